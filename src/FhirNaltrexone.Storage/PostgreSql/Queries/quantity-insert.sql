insert into quantity_entry (number, parameter, low, high, kind, system, unit, item)
select * from unnest($1, $2, $3, $4, $5, $6, $7, $8);
