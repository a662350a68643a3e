select position from audit_indexed where one = 1;
