-- Tokens that were used: each counts once, on whichever replica. Forgotten when they have expired.
create table used_token (
  issuer text collate "C" not null,
  id text collate "C" not null,
  expires bigint not null,
  primary key (issuer, id)
);
create index used_token_by_expiry on used_token (expires);
