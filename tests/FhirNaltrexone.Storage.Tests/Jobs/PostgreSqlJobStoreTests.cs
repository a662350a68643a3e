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
        var looks = new HashSet<DateTime>();
        await Until.TrueAsync(async () => (await LookAsync() is { } look && looks.Add(look) && looks.Count > 1) || waiting.IsCompleted, "a second look at what is open");
        Assert.False(waiting.IsCompleted);

        await using var later = await _source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var another = await later.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var command = new NpgsqlCommand("select pg_current_xact_id()", later)) await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        await waiting.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    /// <summary>When a session of this database last asked what is open.</summary>
    private async Task<DateTime?> LookAsync()
    {
        await using var command = _source!.CreateCommand(
            "select max(query_start) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like '%pg_snapshot_xmin(%'");
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as DateTime?;
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
