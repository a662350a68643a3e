insert into schema_migrations (number, name, sha256, applied_at) values (@number, @name, @sha256, @appliedAt);
