-- A transaction may have taken its id before another, waited for it, and then written the newer version of the same resource. The log is therefore
-- ordered by the id that was next when the row was written. It is never below the transaction's own id, so that no row appears behind the horizon.
alter table resource_version
  alter column epoch set default greatest(pg_current_xact_id(), pg_snapshot_xmax(pg_current_snapshot()));
