update subscription_log
set epoch = @epoch, sequence = @sequence, lease_until = @until
where id = 1 and lease_owner = @owner;
