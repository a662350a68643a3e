-- The database does it by itself too, but only about a minute after much was written.
analyze resource, resource_version, token_entry, string_entry, reference_entry, date_entry, number_entry, quantity_entry, uri_entry, words_entry, position_entry;
