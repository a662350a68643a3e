using FhirNaltrexone.Testing.PostgreSql;

namespace FhirNaltrexone.Storage.Tests.Audit;

/// <summary>The audit chain in PostgreSQL.</summary>
public sealed class PostgreSqlAuditLogTests(PostgreSqlServer server) : AuditLogTests, IAsyncDisposable
{
    private PostgreSqlDatabase? _database;
    private ResourceStores? _stores;

    public async ValueTask DisposeAsync()
    {
        _stores?.Dispose();
        if (_database is not null) await _database.DisposeAsync();
    }

    protected override async Task<ResourceStores> OpenAsync()
    {
        _database = await server.CreateDatabaseAsync();
        return _stores = ResourceStores.Open(
            new StorageOptions { Provider = StorageOptions.PostgreSql, ConnectionString = _database.ConnectionString }, TimeProvider.System);
    }
}
