-- AuditEvents that clients have stored themselves: no records of the service.
select count(*)
from resource r join resource_version v on v.sequence = r.sequence
where r.type = @type and not r.deleted and v.change not in (6, 7) and not exists (select 1 from audit_chain c where c.id = r.id);
