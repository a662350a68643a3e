select id, kind, state, request, created, progress, checkpoint, lease_owner, lease_until, attempts, expires, result, caller
from job
where id = @id;
