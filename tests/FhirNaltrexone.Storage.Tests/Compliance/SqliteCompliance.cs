namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>SQLite does what the reference model defines.</summary>
public sealed class SqliteCompliance(SqliteEngine engine) : ResourceStoreCompliance(engine), IClassFixture<SqliteEngine>;
