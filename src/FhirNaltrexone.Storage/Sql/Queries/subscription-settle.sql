update subscription_state
set settled_number = @settled
where id = @id and settled_number < @settled;
