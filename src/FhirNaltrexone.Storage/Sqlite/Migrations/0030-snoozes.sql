-- Cards that were sent and may be snoozed: feedback names only their uuid. The patient is a keyed hash. Forgotten when expired.
create table card_issued (
  card text not null,
  patient text not null,
  service text not null,
  rule text not null,
  severity integer not null,
  issued integer not null,
  expires integer not null,
  primary key (card, patient, service, rule)
) strict, without rowid;
create index card_issued_by_expiry on card_issued (expires);

-- Rules that are silent for a patient after an override, up to the severity that was overridden.
create table snooze (
  patient text not null,
  service text not null,
  rule text not null,
  severity integer not null,
  since integer not null,
  expires integer not null,
  primary key (patient, service, rule, severity)
) strict, without rowid;
create index snooze_by_expiry on snooze (expires);
