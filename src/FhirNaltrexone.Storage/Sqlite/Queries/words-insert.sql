insert into words_entry (number, parameter, ordinal, words) values ($1, $2, $3, $4);
