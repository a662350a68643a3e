namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>PostgreSQL does what the reference model defines.</summary>
public sealed class PostgreSqlCompliance(PostgreSqlEngine engine) : ResourceStoreCompliance(engine), IClassFixture<PostgreSqlEngine>;
