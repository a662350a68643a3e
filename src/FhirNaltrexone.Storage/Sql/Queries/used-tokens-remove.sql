delete from used_token
where expires <= @now;
