delete from date_entry where number = any($1);
