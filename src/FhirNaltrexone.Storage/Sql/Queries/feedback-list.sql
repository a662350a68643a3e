select sequence, service, card, outcome, outcome_at, accepted_suggestions, reason_system, reason_code, reason_display, user_comment, received_at
from feedback
where sequence > @after and (@service is null or service = @service)
order by sequence
limit @limit;
