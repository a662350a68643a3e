select count(*) from schema_migrations;
