select value from service_secret where name = @name;
