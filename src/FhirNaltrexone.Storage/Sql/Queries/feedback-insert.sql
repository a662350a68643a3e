insert into feedback (
  service, card, outcome, outcome_at, accepted_suggestions, reason_system, reason_code, reason_display, user_comment, received_at)
values (
  @service, @card, @outcome, @outcomeAt, @acceptedSuggestions, @reasonSystem, @reasonCode, @reasonDisplay, @userComment, @receivedAt)
on conflict (card, outcome, outcome_at) do nothing;
