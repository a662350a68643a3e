using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Testing.PostgreSql;
using Npgsql;

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

    /// <summary>A machine that sleeps, or a network that is cut, holds a transaction open without a word.</summary>
    [Fact]
    public async Task A_process_that_freezes_with_the_end_of_the_chain_holds_up_others_for_seconds_only()
    {
        var sleeper = await OpenAsync();
        using var stores = Open();
        var frozen = new TaskCompletionSource();
        var come = 0;
        var asleep = Enumerable.Range(0, 8).Select(number => sleeper.Resources.WriteAsync(
            async (unit, token) =>
            {
                var written = await unit.WriteAsync([Record($"frozen{number}")], token);
                Interlocked.Increment(ref come);
                await unit.ChainAsync(written, Seal, token);
                await frozen.Task;
                return Decision.Commit(0);
            },
            Cancel)).ToList();
        await Until.TrueAsync(async () => come == asleep.Count && await IsWaitedForAsync(), "one that has the end, and one that waits for it");

        await RecordAsync(stores, "other").WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        frozen.SetResult();
        var failures = (await Task.WhenAll(asleep.Select(one => Xunit.Record.ExceptionAsync(() => one).AsTask()))).OfType<Exception>().ToList();

        // Whoever had the end has lost it with its session; whoever had not come so far goes on.
        Assert.NotEmpty(failures);
        Assert.All(failures, failure => Assert.Equal(StorageErrorCode.Unavailable, Assert.IsType<StorageException>(failure).Code));
        Assert.Equal(1, (await stores.Audit.ListAsync(0, 10, Cancel)).Single(link => link.Id == "other").Position);
        Assert.Equal(1 + asleep.Count - failures.Count, (await stores.Audit.HeadAsync(Cancel)).Position);
    }

    /// <summary>Whether a session of this database waits for a lock.</summary>
    private async Task<bool> IsWaitedForAsync()
    {
        await using var source = NpgsqlDataSource.Create(_database!.ConnectionString);
        await using var command = source.CreateCommand("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
        return await command.ExecuteScalarAsync(Cancel) is > 0L;
    }

    protected override async Task<ResourceStores> OpenAsync()
    {
        _database = await server.CreateDatabaseAsync();
        return _stores = Open();
    }

    private ResourceStores Open()
        => ResourceStores.Open(new StorageOptions { Provider = StorageOptions.PostgreSql, ConnectionString = _database!.ConnectionString }, TimeProvider.System);
}
