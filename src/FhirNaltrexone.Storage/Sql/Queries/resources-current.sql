select r.type, r.id, r.number, v.version, v.sequence, v.updated, v.change, v.body
from resource r join resource_version v on v.sequence = r.sequence
where r.number > $1 and not r.deleted
order by r.number
limit $2;
