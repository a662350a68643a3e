using FhirNaltrexone.Storage.Subscriptions;
using FhirNaltrexone.Testing.PostgreSql;

namespace FhirNaltrexone.Storage.Tests.Subscriptions;

/// <summary>Subscriptions in PostgreSQL.</summary>
public sealed class PostgreSqlSubscriptionStoreTests(PostgreSqlServer server) : SubscriptionStoreTests, IAsyncDisposable
{
    private PostgreSqlDatabase? _database;
    private ResourceStores? _stores;

    public async ValueTask DisposeAsync()
    {
        _stores?.Dispose();
        if (_database is not null) await _database.DisposeAsync();
    }

    protected override async Task<ISubscriptionStore> OpenAsync()
    {
        _database = await server.CreateDatabaseAsync();
        _stores = ResourceStores.Open(
            new StorageOptions { Provider = StorageOptions.PostgreSql, ConnectionString = _database.ConnectionString }, TimeProvider.System);
        return _stores.Subscriptions;
    }
}
