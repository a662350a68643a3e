-- Takes a transaction id: every transaction that writes by now has a smaller one. (The end of a snapshot would not do: it lies behind the
-- newest transaction that has ended, not behind the newest that has begun.)
select pg_current_xact_id()::text::bigint;
