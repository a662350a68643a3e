insert into token_entry (number, parameter, code, system, item)
select * from unnest($1, $2, $3, $4, $5);
