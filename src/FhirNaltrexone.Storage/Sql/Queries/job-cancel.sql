update job
set state = 'cancelled', expires = @expires, lease_owner = null, lease_until = null, checkpoint = null, result = null
where id = @id and state <> 'cancelled';
