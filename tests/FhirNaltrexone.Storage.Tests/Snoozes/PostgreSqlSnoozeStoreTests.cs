using FhirNaltrexone.Storage.Snoozes;
using FhirNaltrexone.Testing.PostgreSql;

namespace FhirNaltrexone.Storage.Tests.Snoozes;

/// <summary>Snoozes in PostgreSQL.</summary>
public sealed class PostgreSqlSnoozeStoreTests(PostgreSqlServer server) : SnoozeStoreTests, IAsyncDisposable
{
    private PostgreSqlDatabase? _database;
    private ResourceStores? _stores;

    public async ValueTask DisposeAsync()
    {
        _stores?.Dispose();
        if (_database is not null) await _database.DisposeAsync();
    }

    protected override async Task<ISnoozeStore> OpenAsync()
    {
        _database = await server.CreateDatabaseAsync();
        _stores = ResourceStores.Open(
            new StorageOptions { Provider = StorageOptions.PostgreSql, ConnectionString = _database.ConnectionString }, TimeProvider.System);
        return _stores.Snoozes;
    }
}
