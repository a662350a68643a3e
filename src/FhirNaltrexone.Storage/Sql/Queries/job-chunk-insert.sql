insert into job_chunk (job, file, chunk, role, type, lines, content)
values (@id, @file, @chunk, @role, @type, @lines, @content);
