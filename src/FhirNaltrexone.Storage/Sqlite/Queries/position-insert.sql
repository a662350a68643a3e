insert into position_entry (number, parameter, ordinal, latitude, longitude) values ($1, $2, $3, $4, $5);
