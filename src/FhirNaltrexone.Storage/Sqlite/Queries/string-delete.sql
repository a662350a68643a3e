delete from string_entry where number = $1;
