select number, sha256 from schema_migrations order by number;
