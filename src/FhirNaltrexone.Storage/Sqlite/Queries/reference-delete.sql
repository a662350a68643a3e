delete from reference_entry where number = $1;
