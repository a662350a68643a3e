delete from uri_entry where number = any($1);
