select id, kind, state, request, created, progress, checkpoint, lease_owner, lease_until, attempts, expires, result
from job
where id = @id;
