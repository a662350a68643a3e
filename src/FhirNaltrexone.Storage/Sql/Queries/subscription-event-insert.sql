insert into subscription_event (subscription, number, type, resource, version, change, created)
values (@id, @number, @type, @resource, @version, @change, @created);
