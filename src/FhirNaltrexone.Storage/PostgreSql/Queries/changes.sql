-- Only what no transaction still under way can come before.
select r.type, r.id, r.number, v.version, v.sequence, v.updated, v.change, v.body, v.epoch::text::bigint
from resource_version v join resource r on r.number = v.number
where (v.epoch, v.sequence) > ($1::text::xid8, $2) and v.epoch < pg_snapshot_xmin(pg_current_snapshot())
order by v.epoch, v.sequence
limit $3;
