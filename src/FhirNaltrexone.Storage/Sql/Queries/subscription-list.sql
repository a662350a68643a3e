select id, version, status, channel, is_counting, last_number, settled_number, failures, due, sent
from subscription_state
order by id;
