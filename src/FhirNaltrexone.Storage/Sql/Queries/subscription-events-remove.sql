delete from subscription_event
where created < @before;
