insert into audit_chain (position, id, recorded, content, hash) values ($1, $2, $3, $4, $5);
