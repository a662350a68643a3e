select id, version, status, channel, is_counting, last_number, settled_number, failures, due, lease_owner
from subscription_state
order by id;
