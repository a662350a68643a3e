insert into uri_entry (number, parameter, ordinal, value, item)
select * from unnest($1, $2, $3, $4, $5);
