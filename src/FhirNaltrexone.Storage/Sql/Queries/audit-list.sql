select position, id, recorded, content, hash, expired
from audit_chain
where position > @after
order by position
limit @limit;
