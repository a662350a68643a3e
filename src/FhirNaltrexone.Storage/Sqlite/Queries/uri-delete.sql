delete from uri_entry where number = $1;
