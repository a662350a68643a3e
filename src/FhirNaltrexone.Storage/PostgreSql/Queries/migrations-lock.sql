-- Processes that start together migrate one after the other. The number is this lock's name.
select pg_advisory_xact_lock(7460219481);
