-- Tokens that were used: each counts once, on whichever replica. Forgotten when they have expired.
create table used_token (
  issuer text not null,
  id text not null,
  expires integer not null,
  primary key (issuer, id)
) strict, without rowid;
create index used_token_by_expiry on used_token (expires);
