delete from words_entry where number = any($1);
