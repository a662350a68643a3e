insert into token_entry (number, parameter, code, system, item) values ($1, $2, $3, $4, $5) on conflict do nothing;
