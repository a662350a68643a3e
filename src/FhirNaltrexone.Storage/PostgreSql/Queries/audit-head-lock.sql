select position, hash from audit_head where one = 1 for update;
