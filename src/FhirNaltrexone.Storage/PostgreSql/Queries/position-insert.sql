insert into position_entry (number, parameter, ordinal, latitude, longitude)
select * from unnest($1, $2, $3, $4, $5);
