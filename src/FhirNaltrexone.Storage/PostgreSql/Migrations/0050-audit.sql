-- The chain of audit records: the AuditEvents themselves are resources. A link stays when its record has been kept long enough and is removed.
create table audit_chain (
  position bigint primary key,
  id text collate "C" not null unique,
  recorded bigint not null,
  content text collate "C" not null,
  hash text collate "C" not null,
  expired bigint not null default 0
);

-- The end of the chain: one row, locked by whoever adds links.
create table audit_head (
  one integer primary key check (one = 1),
  position bigint not null,
  hash text collate "C" not null
);
insert into audit_head (one, position, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
