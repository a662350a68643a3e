delete from subscription_state
where id = @id;
