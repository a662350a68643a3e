insert into words_entry (number, parameter, ordinal, words)
select * from unnest($1, $2, $3, $4);
