insert into used_token (issuer, id, expires)
values (@issuer, @id, @expires)
on conflict (issuer, id) do nothing;
