update audit_chain set expired = 1 where position <= @position and expired = 0;
