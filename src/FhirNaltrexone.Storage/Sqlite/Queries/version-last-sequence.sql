select coalesce(max(sequence), 0) from resource_version;
