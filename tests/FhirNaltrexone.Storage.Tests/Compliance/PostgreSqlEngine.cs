using FhirNaltrexone.Testing.PostgreSql;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>PostgreSQL.</summary>
public sealed class PostgreSqlEngine(PostgreSqlServer server) : StoreEngine
{
    public override async Task<OpenStore> OpenAsync()
    {
        var database = await server.CreateDatabaseAsync();
        var stores = ResourceStores.Open(
            new StorageOptions { Provider = StorageOptions.PostgreSql, ConnectionString = database.ConnectionString, SearchTimeout = Patience },
            TimeProvider.System);
        return new OpenStore(stores.Resources, () =>
        {
            stores.Dispose();
            return database.DisposeAsync();
        });
    }
}
