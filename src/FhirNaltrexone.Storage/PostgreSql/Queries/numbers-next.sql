-- Numbers for new resources, then sequences for versions, each rising.
select nextval('resource_number') from generate_series(1, $1)
union all
select nextval('version_sequence') from generate_series(1, $2);
