select number, type, resource, version, change, created, is_dead
from subscription_event
where subscription = @id and number >= @from and number <= @to and is_dead >= @dead
order by number
limit @limit;
