delete from token_entry where number = $1;
