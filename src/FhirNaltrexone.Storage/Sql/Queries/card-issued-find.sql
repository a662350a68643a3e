select patient, service, rule, severity, issued, expires
from card_issued
where card = @card and expires > @now
order by patient, service, rule;
