-- What clinicians did with the cards (CDS Hooks 2.0, Feedback). One row per report; the same report may arrive more than once.
create table feedback (
  sequence bigint generated always as identity primary key,
  service text collate "C" not null,
  card text collate "C" not null,
  outcome text collate "C" not null check (outcome in ('accepted', 'overridden')),
  outcome_at text collate "C" not null,
  accepted_suggestions text collate "C" not null,
  reason_system text collate "C",
  reason_code text collate "C",
  reason_display text collate "C",
  user_comment text collate "C",
  received_at text collate "C" not null,
  unique (card, outcome, outcome_at)
);

create index feedback_by_service on feedback (service, sequence);
