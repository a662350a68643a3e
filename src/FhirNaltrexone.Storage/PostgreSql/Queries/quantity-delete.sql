delete from quantity_entry where number = any($1);
