-- The chain of audit records: the AuditEvents themselves are resources. A link stays when its record has been kept long enough and is removed.
create table audit_chain (
  position integer primary key,
  id text not null unique,
  recorded integer not null,
  content text not null,
  hash text not null,
  expired integer not null default 0
) strict;

-- The end of the chain: one row, locked by whoever adds links.
create table audit_head (
  one integer primary key check (one = 1),
  position integer not null,
  hash text not null
) strict;
insert into audit_head (one, position, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
