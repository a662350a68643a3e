insert into resource (number, type, id, version, sequence, updated, deleted)
select number, type, id, 1, sequence, updated, deleted
from unnest($1, $2, $3, $4, $5, $6) as new (number, type, id, sequence, updated, deleted);
