-- The oldest transaction still under way.
select pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
