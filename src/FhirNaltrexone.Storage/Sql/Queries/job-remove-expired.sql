delete from job
where expires <= @now;
