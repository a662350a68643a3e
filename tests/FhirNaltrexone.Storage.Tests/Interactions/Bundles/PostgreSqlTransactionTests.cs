using FhirNaltrexone.Storage.Tests.Compliance;
using FhirNaltrexone.Testing.PostgreSql;

namespace FhirNaltrexone.Storage.Tests.Interactions.Bundles;

public sealed class PostgreSqlTransactionTests(PostgreSqlServer server) : EngineTransactions
{
    protected override async Task<OpenStore> OpenAsync()
    {
        var database = await server.CreateDatabaseAsync();
        var options = new StorageOptions { Provider = StorageOptions.PostgreSql, ConnectionString = database.ConnectionString };
        var stores = ResourceStores.Open(options, TimeProvider.System);
        return new OpenStore(stores.Resources, async () =>
        {
            stores.Dispose();
            await database.DisposeAsync();
        });
    }
}
