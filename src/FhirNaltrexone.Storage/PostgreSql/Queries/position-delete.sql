delete from position_entry where number = any($1);
