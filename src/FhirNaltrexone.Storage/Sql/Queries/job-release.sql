update job
set state = 'queued', lease_owner = null, lease_until = @notBefore, attempts = attempts - @refund
where id = @id and lease_owner = @owner and state = 'active';
