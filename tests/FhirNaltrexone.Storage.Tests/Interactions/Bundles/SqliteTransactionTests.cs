using FhirNaltrexone.Storage.Tests.Compliance;

namespace FhirNaltrexone.Storage.Tests.Interactions.Bundles;

public sealed class SqliteTransactionTests(SqliteEngine engine) : EngineTransactions, IClassFixture<SqliteEngine>
{
    protected override Task<OpenStore> OpenAsync() => engine.OpenAsync();
}
