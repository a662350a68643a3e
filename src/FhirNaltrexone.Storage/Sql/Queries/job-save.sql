update job
set checkpoint = @checkpoint, progress = @progress, lease_until = @until, attempts = 1
where id = @id and lease_owner = @owner and state = 'active';
