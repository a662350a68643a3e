select epoch::text::bigint, sequence
from resource_version
where epoch < pg_snapshot_xmin(pg_current_snapshot())
order by epoch desc, sequence desc
limit 1;
