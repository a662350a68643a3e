delete from job_chunk
where job = @id;
