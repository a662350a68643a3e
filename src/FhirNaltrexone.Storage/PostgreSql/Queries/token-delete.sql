delete from token_entry where number = any($1);
