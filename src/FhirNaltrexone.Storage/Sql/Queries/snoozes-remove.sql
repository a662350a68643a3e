delete from snooze
where expires <= @now;
