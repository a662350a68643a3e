-- The first transaction that is not under way yet.
select pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
