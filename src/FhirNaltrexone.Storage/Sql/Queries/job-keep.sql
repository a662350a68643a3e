update job
set expires = @until
where id = @id and expires < @until;
