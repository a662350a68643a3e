update resource r set version = new.version, sequence = new.sequence, updated = new.updated, deleted = new.deleted
from unnest($1, $2, $3, $4, $5) as new (number, version, sequence, updated, deleted)
where r.number = new.number and r.version = new.version - 1;
