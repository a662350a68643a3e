using FhirNaltrexone.Storage.Tokens;
using FhirNaltrexone.Testing.PostgreSql;

namespace FhirNaltrexone.Storage.Tests.Tokens;

/// <summary>Used tokens in PostgreSQL.</summary>
public sealed class PostgreSqlUsedTokensTests(PostgreSqlServer server) : UsedTokensTests, IAsyncDisposable
{
    private PostgreSqlDatabase? _database;
    private ResourceStores? _stores;

    public async ValueTask DisposeAsync()
    {
        _stores?.Dispose();
        if (_database is not null) await _database.DisposeAsync();
    }

    protected override async Task<IUsedTokens> OpenAsync()
    {
        _database = await server.CreateDatabaseAsync();
        return Open();
    }

    protected override Task<IUsedTokens> ReopenAsync()
    {
        _stores!.Dispose();
        return Task.FromResult(Open());
    }

    private IUsedTokens Open()
    {
        _stores = ResourceStores.Open(
            new StorageOptions { Provider = StorageOptions.PostgreSql, ConnectionString = _database!.ConnectionString }, TimeProvider.System);
        return _stores.UsedTokens;
    }
}
