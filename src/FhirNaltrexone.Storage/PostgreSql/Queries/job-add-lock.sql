-- One addition at a time, so that the count is right. The number is this lock's name.
select pg_advisory_xact_lock(7460219483);
