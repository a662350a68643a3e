insert into resource_version (sequence, number, version, type, updated, change, body)
select * from unnest($1, $2, $3, $4, $5, $6, $7);
