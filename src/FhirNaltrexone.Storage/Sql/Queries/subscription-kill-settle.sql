update subscription_state
set settled_number = coalesce((select max(number) from subscription_event where subscription = @id and created < @before and number > settled_number), settled_number)
where id = @id;
