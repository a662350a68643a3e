select file, chunk, role, type, lines, content
from job_chunk
where job = @id and file = @file and chunk = @chunk;
