select id from code_system where url = $1;
