insert into resource (number, type, id, version, sequence, updated, deleted) values ($1, $2, $3, 1, $4, $5, $6);
