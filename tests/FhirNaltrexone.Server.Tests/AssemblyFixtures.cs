using FhirNaltrexone.Testing.PostgreSql;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]
