select r.type, r.id, r.number, v.version, v.sequence, v.updated, v.change, v.body
from resource r join resource_version v on v.number = r.number
where r.type = $1 and r.id = $2 and v.version = $3;
