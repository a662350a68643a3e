delete from string_entry where number = any($1);
