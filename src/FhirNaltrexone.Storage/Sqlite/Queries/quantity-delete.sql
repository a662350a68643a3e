delete from quantity_entry where number = $1;
