insert into job (id, kind, state, request, created)
select @id, @kind, 'queued', @request, @created
where (select count(*) from job where state in ('queued', 'active')) < @max;
