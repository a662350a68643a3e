delete from words_entry where number = $1;
