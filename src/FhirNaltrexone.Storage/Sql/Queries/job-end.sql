update job
set state = @state, result = @result, expires = @expires, lease_owner = null, lease_until = null
where id = @id and lease_owner = @owner and state = 'active';
