-- Write-ahead log, so that readers never wait for the writer; FULL, because NORMAL may lose the newest commits at a power cut.
pragma journal_mode = wal;
pragma synchronous = full;
pragma foreign_keys = on;
pragma busy_timeout = 5000;
