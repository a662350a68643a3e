insert into subscription_state (id, version, status, channel, is_counting, last_number, settled_number, failures, due)
values (@id, @version, @status, @channel, @counting, 0, 0, 0, @due)
on conflict (id) do update
set version = excluded.version,
    status = excluded.status,
    channel = excluded.channel,
    is_counting = case
        when excluded.status = 'active' then 1
        when excluded.status = 'off' then 0
        else subscription_state.is_counting end,
    failures = case when excluded.status in ('requested', 'active') then 0 else subscription_state.failures end,
    due = excluded.due,
    lease_owner = null,
    lease_until = null;
