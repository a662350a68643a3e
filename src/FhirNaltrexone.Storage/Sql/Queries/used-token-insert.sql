insert into used_token (issuer, id, expires)
values ($1, $2, $3)
on conflict (issuer, id) do nothing
returning 1;
