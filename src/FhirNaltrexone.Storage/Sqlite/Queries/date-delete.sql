delete from date_entry where number = $1;
