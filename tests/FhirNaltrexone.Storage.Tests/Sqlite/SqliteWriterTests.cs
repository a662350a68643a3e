using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Sql;
using FhirNaltrexone.Storage.Sqlite;
using SQLitePCL;

namespace FhirNaltrexone.Storage.Tests.Sqlite;

/// <summary>The writer when the database refuses what the writer does around the work itself.</summary>
public sealed class SqliteWriterTests : IDisposable
{
    private const int SavepointAction = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryDatabase _database = new();
    private readonly SqliteWriter _writer;

    public SqliteWriterTests()
        => _writer = new(SqliteDatabase.Create(_database.Options.ConnectionString, DateTimeOffset.UnixEpoch), new CodeSystems());

    [Fact]
    public async Task Work_that_cannot_even_begin_is_told_so_and_the_writer_goes_on()
    {
        using var isQueued = new ManualResetEventSlim();
        var first = Run(scope =>
        {
            isQueued.Wait(Patience);
            Deny(scope, "BEGIN");
        });
        var second = Run(_ => { });
        isQueued.Set();

        await Assert.ThrowsAsync<StorageException>(() => first.WaitAsync(Patience, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<StorageException>(() => second.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.True(await Run(_ => { }).WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Work_given_up_whose_rollback_fails_is_over_and_the_writer_goes_on()
    {
        using var giveUp = new CancellationTokenSource();

        var work = _writer.RunAsync<bool>(
            (scope, token) =>
            {
                Deny(scope, "ROLLBACK");
                giveUp.Cancel();
                throw new OperationCanceledException(token);
            },
            giveUp.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.True(await Run(_ => { }).WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        _writer.Dispose();
        _database.Dispose();
    }

    private Task<bool> Run(Action<SqliteWriteScope> work) => _writer.RunAsync(
        (scope, _) =>
        {
            work(scope);
            return Decision.Commit(true);
        },
        TestContext.Current.CancellationToken);

    private static void Deny(SqliteWriteScope scope, string what) => raw.sqlite3_set_authorizer(
        scope.Session.Connection.Handle,
        (object _, int action, string first, string _, string _, string _)
            => action == SavepointAction && first == what ? raw.SQLITE_DENY : raw.SQLITE_OK,
        null);
}
