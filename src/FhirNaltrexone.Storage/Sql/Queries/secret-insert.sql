insert into service_secret (name, value, created_at) values ($1, $2, $3) on conflict do nothing;
