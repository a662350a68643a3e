delete from number_entry where number = $1;
