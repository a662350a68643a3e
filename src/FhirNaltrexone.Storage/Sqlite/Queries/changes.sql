select r.type, r.id, r.number, v.version, v.sequence, v.updated, v.change, v.body
from resource_version v cross join resource r
where v.sequence > $1 and r.number = v.number
order by v.sequence
limit $2;
