delete from reference_entry where number = any($1);
