update audit_indexed set position = @position where one = 1 and position < @position;
