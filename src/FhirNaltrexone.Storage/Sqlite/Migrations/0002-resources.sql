-- Resources, all their versions, and what searches find the current ones by. Texts are compared by their bytes, which is what SQLite does by itself.

-- Code systems and unit systems, so that index entries carry a number for the URL. 0 stands for "no system".
create table code_system (
  id integer primary key,
  url text not null unique
) strict;
insert into code_system (id, url) values (0, '');

-- One row per logical id. Number is the order of first creation: search results come newest first by it, and pages go on from it.
create table resource (
  number integer primary key,
  type integer not null,
  id text not null,
  version integer not null,
  sequence integer not null,
  updated integer not null,
  deleted integer not null,
  unique (type, id)
) strict;
create index resource_by_type on resource (type, number) where not deleted;
create index resource_by_update on resource (type, updated, number) where not deleted;

-- The log of versions; sequence is the position in it.
create table resource_version (
  sequence integer primary key,
  number integer not null,
  version integer not null,
  type integer not null,
  updated integer not null,
  change integer not null,
  body blob not null,
  unique (number, version)
) strict;
create index resource_version_by_type on resource_version (type, updated, sequence);
create index resource_version_by_update on resource_version (updated, sequence);

-- Index entries: the table is ordered by resource, its index by value. Ordinal is the place among the entries of the resource.
create table token_entry (
  number integer not null,
  parameter integer not null,
  code text not null,
  system integer not null,
  item integer not null,
  primary key (number, parameter, code, system, item)
) strict, without rowid;
create index token_entry_by_value on token_entry (parameter, code, number, system);

create table string_entry (
  number integer not null,
  parameter integer not null,
  ordinal integer not null,
  folded text not null,
  exact text not null,
  item integer not null,
  primary key (number, parameter, ordinal)
) strict, without rowid;
create index string_entry_by_value on string_entry (parameter, folded, number);

create table reference_entry (
  number integer not null,
  parameter integer not null,
  ordinal integer not null,
  target_type integer not null,
  target_id text not null,
  target_version integer,
  canonical_version text,
  item integer not null,
  primary key (number, parameter, ordinal)
) strict, without rowid;
create index reference_entry_by_target on reference_entry (parameter, target_type, target_id, number);

create table date_entry (
  number integer not null,
  parameter integer not null,
  low integer not null,
  high integer not null,
  item integer not null,
  primary key (number, parameter, low, high, item)
) strict, without rowid;
create index date_entry_by_low on date_entry (parameter, low, high, number);
create index date_entry_by_high on date_entry (parameter, high, low, number);

-- Most numbers have equal bounds, and are found by the lower one whatever is asked; only true intervals need the second index.
create table number_entry (
  number integer not null,
  parameter integer not null,
  low text not null,
  high text not null,
  item integer not null,
  primary key (number, parameter, low, high, item)
) strict, without rowid;
create index number_entry_by_low on number_entry (parameter, low, high, number);
create index number_entry_by_high on number_entry (parameter, high, low, number) where low <> high;

create table quantity_entry (
  number integer not null,
  parameter integer not null,
  low text not null,
  high text not null,
  kind integer not null,
  system integer not null,
  unit text not null,
  item integer not null,
  primary key (number, parameter, kind, system, unit, low, high, item)
) strict, without rowid;
create index quantity_entry_by_low on quantity_entry (parameter, kind, unit, low, high, number);
create index quantity_entry_by_high on quantity_entry (parameter, kind, unit, high, low, number) where low <> high;

create table uri_entry (
  number integer not null,
  parameter integer not null,
  ordinal integer not null,
  value text not null,
  item integer not null,
  primary key (number, parameter, ordinal)
) strict, without rowid;
create index uri_entry_by_value on uri_entry (parameter, value, number);

create table words_entry (
  number integer not null,
  parameter integer not null,
  ordinal integer not null,
  words text not null,
  primary key (number, parameter, ordinal)
) strict, without rowid;
create index words_entry_by_parameter on words_entry (parameter, number);

create table position_entry (
  number integer not null,
  parameter integer not null,
  ordinal integer not null,
  latitude real not null,
  longitude real not null,
  primary key (number, parameter, ordinal)
) strict, without rowid;
create index position_entry_by_latitude on position_entry (parameter, latitude, longitude, number);

-- Random keys of the service that all its processes share.
create table service_secret (
  name text primary key,
  value blob not null,
  created_at text not null
) strict, without rowid;
