-- What clinicians did with the cards (CDS Hooks 2.0, Feedback). One row per report; the same report may arrive more than once.
create table feedback (
  sequence integer primary key autoincrement,
  service text not null,
  card text not null,
  outcome text not null check (outcome in ('accepted', 'overridden')),
  outcome_at text not null,
  accepted_suggestions text not null,
  reason_system text,
  reason_code text,
  reason_display text,
  user_comment text,
  received_at text not null,
  unique (card, outcome, outcome_at)
) strict;

create index feedback_by_service on feedback (service, sequence);
