-- Up to which place of the audit chain records have index entries. They are made after the record, many at a time, so that whoever waits for the
-- record does not wait for them. All records from before this have theirs.
create table audit_indexed (
  one integer primary key check (one = 1),
  position integer not null
) strict;
insert into audit_indexed (one, position) select 1, position from audit_head;
