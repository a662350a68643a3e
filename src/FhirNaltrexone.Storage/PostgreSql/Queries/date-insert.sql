insert into date_entry (number, parameter, low, high, item)
select * from unnest($1, $2, $3, $4, $5);
