-- Always in the same order, so that two that want the same rows do not wait for each other.
select r.number
from unnest($1, $2) as k (type, id) join resource r on r.type = k.type and r.id = k.id
order by r.type, r.id
for update of r;
