delete from card_issued
where expires <= @now;
