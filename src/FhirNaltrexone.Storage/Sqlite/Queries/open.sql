-- Write-ahead log, so that readers never wait for the writer; FULL, because NORMAL may lose the newest commits at a power cut.
pragma journal_mode = wal;
pragma synchronous = full;
pragma foreign_keys = on;
pragma busy_timeout = 5000;
-- 64 MiB of pages for each connection, and up to 4 GiB of the file read without copying it first.
pragma cache_size = -65536;
pragma mmap_size = 4294967296;
pragma temp_store = memory;
-- The log is copied into the file every 4,000 pages, and cut back to 64 MiB when a burst has made it longer.
pragma wal_autocheckpoint = 4000;
pragma journal_size_limit = 67108864;
