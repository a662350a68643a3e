update resource set version = $1, sequence = $2, updated = $3, deleted = $4
where type = $5 and id = $6 and version = $1 - 1
returning number;
