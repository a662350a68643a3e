using FhirNaltrexone.Storage.Tests.Sql;
using FhirNaltrexone.Testing.PostgreSql;

namespace FhirNaltrexone.Storage.Tests.PostgreSql;

public sealed class PostgreSqlEngineTests(PostgreSqlServer server) : EngineTests
{
    private PostgreSqlDatabase? _database;

    [Fact]
    public async Task Processes_that_start_together_migrate_once()
    {
        await using var database = await server.CreateDatabaseAsync();
        var options = new StorageOptions { Provider = StorageOptions.PostgreSql, ConnectionString = database.ConnectionString };

        var stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ResourceStores.Open(options, TimeProvider.System))));

        foreach (var opened in stores)
        {
            await opened.Resources.PingAsync(default);
            opened.Dispose();
        }
    }

    [Fact]
    public async Task Two_processes_see_each_others_code_systems()
    {
        using var other = ResourceStores.Open(
            new StorageOptions { Provider = StorageOptions.PostgreSql, ConnectionString = _database!.ConnectionString }, TimeProvider.System);

        await Store.StoreAsync(Writes.Of("Patient", "a", index: WithSystem("http://example.org/s")));
        await other.Resources.StoreAsync(Writes.Of("Patient", "b", index: WithSystem("http://example.org/s")));

        Assert.Equal(
            ["b", "a"],
            await IdsAsync(new Storage.Search.Expressions.HasEntry([7], new Storage.Search.Expressions.TokenTest([new("x", "http://example.org/s")]))));
    }

    protected override async Task<StorageOptions> MakeDatabaseAsync()
    {
        _database = await server.CreateDatabaseAsync();
        return new() { Provider = StorageOptions.PostgreSql, ConnectionString = _database.ConnectionString };
    }

    protected override async ValueTask DropDatabaseAsync()
    {
        if (_database is not null) await _database.DisposeAsync();
    }
}
