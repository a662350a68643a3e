update subscription_log
set lease_owner = @owner, lease_until = @until
where id = 1 and (lease_owner is null or lease_owner = @owner or lease_until <= @now)
returning epoch, sequence;
