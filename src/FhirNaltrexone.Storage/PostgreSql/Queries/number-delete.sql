delete from number_entry where number = any($1);
