update subscription_event
set is_dead = 1
where subscription = @id
  and number > (select settled_number from subscription_state where id = @id)
  and number <= (select max(number) from subscription_event where subscription = @id and created < @before);
