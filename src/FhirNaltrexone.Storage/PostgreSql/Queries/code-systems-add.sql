insert into code_system (url) select * from unnest($1) on conflict do nothing;
