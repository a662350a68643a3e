update job
set lease_until = @until
where id = @id and lease_owner = @owner and state = 'active';
