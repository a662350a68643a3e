insert into uri_entry (number, parameter, ordinal, value, item) values ($1, $2, $3, $4, $5);
