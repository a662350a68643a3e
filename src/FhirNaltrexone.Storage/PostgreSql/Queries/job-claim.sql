update job
set state = 'active', lease_owner = @owner, lease_until = @until, attempts = attempts + 1
where id =
(
    select id
    from job
    where state in ('queued', 'active')
      and (lease_until is null or lease_until <= @now)
      and kind in (select jsonb_array_elements_text(@kinds::jsonb))
    order by created, id
    limit 1
    for update skip locked
)
returning id, kind, state, request, created, progress, checkpoint, lease_owner, lease_until, attempts, expires, result, caller;
