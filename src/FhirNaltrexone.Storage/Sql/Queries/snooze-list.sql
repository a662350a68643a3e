select rule, severity, since, expires
from snooze
where patient = @patient and service = @service and expires > @now
order by rule, severity;
