update subscription_state
set failures = @failures,
    sent = @sent,
    settled_number = case when settled_number < @settled then @settled else settled_number end,
    due = case when last_number > @settled and @failures = 0 and status = 'active' and channel <> 'websocket' then @now else @due end,
    lease_owner = null,
    lease_until = null
where id = @id and lease_owner = @owner;
