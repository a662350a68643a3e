insert into reference_entry (number, parameter, ordinal, target_type, target_id, target_version, canonical_version, item)
select * from unnest($1, $2, $3, $4, $5, $6, $7, $8);
