update subscription_state
set lease_owner = @owner, lease_until = @until
where id =
(
    select id
    from subscription_state
    where due <= @now and (lease_until is null or lease_until <= @now)
    order by due, id
    limit 1
    for update skip locked
)
returning id, version, status, channel, is_counting, last_number, settled_number, failures, due, sent;
