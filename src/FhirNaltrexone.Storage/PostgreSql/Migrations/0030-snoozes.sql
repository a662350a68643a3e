-- Cards that were sent and may be snoozed: feedback names only their uuid. The patient is a keyed hash. Forgotten when expired.
create table card_issued (
  card text collate "C" not null,
  patient text collate "C" not null,
  service text collate "C" not null,
  rule text collate "C" not null,
  severity integer not null,
  issued bigint not null,
  expires bigint not null,
  primary key (card, patient, service, rule)
);
create index card_issued_by_expiry on card_issued (expires);

-- Rules that are silent for a patient after an override, up to the severity that was overridden.
create table snooze (
  patient text collate "C" not null,
  service text collate "C" not null,
  rule text collate "C" not null,
  severity integer not null,
  since bigint not null,
  expires bigint not null,
  primary key (patient, service, rule, severity)
);
create index snooze_by_expiry on snooze (expires);
