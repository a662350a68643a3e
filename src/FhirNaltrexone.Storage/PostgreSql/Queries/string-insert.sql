insert into string_entry (number, parameter, ordinal, folded, exact, item)
select * from unnest($1, $2, $3, $4, $5, $6);
