insert into date_entry (number, parameter, low, high, item) values ($1, $2, $3, $4, $5) on conflict do nothing;
