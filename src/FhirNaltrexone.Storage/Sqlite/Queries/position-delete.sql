delete from position_entry where number = $1;
