insert into service_secret (name, value, created_at) values (@name, @value, @created) on conflict do nothing;
