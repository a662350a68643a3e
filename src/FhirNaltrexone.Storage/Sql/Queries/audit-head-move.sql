update audit_head set position = $1, hash = $2 where one = 1;
