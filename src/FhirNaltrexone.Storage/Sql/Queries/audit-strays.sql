-- Records of access that are not what their links say: without link, hidden from reads, written again, or with versions beside the one linked.
select r.id, case
    when c.id is null then 'has no link in the chain.'
    when r.deleted then 'is hidden.'
    else 'was written again.'
  end
from resource r left join audit_chain c on c.id = r.id left join resource_version v on v.sequence = r.sequence
where r.type = @type and case
    when c.id is null then v.change is null or v.change in (6, 7)
    else c.expired = 0 and (r.deleted or r.version <> 1 or v.sequence is null or v.number <> r.number or v.version <> 1 or v.type <> r.type)
  end
union all
select coalesce(r.id, '?'), 'has a version that is not linked.'
from resource_version v left join resource r on r.number = v.number left join audit_chain c on c.id = r.id
where v.type = @type and case when r.number is null then true else r.type <> v.type or (c.expired = 0 and r.sequence <> v.sequence) end
limit @limit;
