-- All who record wait for this row. A process that freezes while it has it must not keep it: the database ends its session after five seconds of silence.
select position, hash, set_config('idle_in_transaction_session_timeout', '5s', true) from audit_head where one = 1 for update;
