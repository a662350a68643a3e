using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Storage.PostgreSql;
using FhirNaltrexone.Testing.PostgreSql;
using Npgsql;

namespace FhirNaltrexone.Storage.Tests.Jobs;

/// <summary>Jobs in PostgreSQL.</summary>
public sealed class PostgreSqlJobStoreTests(PostgreSqlServer server) : JobStoreTests, IAsyncDisposable
{
    private PostgreSqlDatabase? _database;
    private NpgsqlDataSource? _source;

    [Fact]
    public async Task Waiting_for_open_writes_lasts_as_long_as_one_that_was_open_and_no_longer()
    {
        var store = await OpenAsync();
        await using var connection = await _source!.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var command = new NpgsqlCommand("select pg_current_xact_id()", connection)) await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);

        var waiting = store.WaitForOpenWritesAsync(TestContext.Current.CancellationToken);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);

        await using var later = await _source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var another = await later.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var command = new NpgsqlCommand("select pg_current_xact_id()", later)) await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        await waiting.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_source is not null) await _source.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    protected override async Task<IJobStore> OpenAsync()
    {
        _database = await server.CreateDatabaseAsync();
        _source = NpgsqlDataSource.Create(_database.ConnectionString);
        await using var command = _source.CreateCommand(
            string.Concat(PostgreSqlDialect.Instance.Texts.Migrations.Where(migration => migration.Name.Contains("job", StringComparison.Ordinal)).Select(migration => migration.Sql)));
        await command.ExecuteNonQueryAsync();
        return new PostgreSqlJobStore(new(_source));
    }
}
