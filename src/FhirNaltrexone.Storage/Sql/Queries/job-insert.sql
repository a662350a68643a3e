insert into job (id, kind, state, request, created, caller)
select @id, @kind, 'queued', @request, @created, @caller
where (select count(*) from job where state in ('queued', 'active')) < @max;
