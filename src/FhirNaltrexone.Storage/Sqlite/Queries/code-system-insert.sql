insert into code_system (url) values ($1) on conflict do nothing;
