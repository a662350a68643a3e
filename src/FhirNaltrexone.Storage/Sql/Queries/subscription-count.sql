update subscription_state
set last_number = last_number + 1,
    due = case when status = 'active' and failures = 0 and channel <> 'websocket' then @now else due end
where id = @id and is_counting = 1
returning last_number;
