select file, min(role), min(type), count(*), sum(lines)
from job_chunk
where job = @id
group by file
order by file;
