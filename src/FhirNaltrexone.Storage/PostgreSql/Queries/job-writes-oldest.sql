-- The oldest transaction still under way; the next one when there is none.
select pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
