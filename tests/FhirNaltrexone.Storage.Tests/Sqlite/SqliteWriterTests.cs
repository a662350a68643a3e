using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Sql;
using FhirNaltrexone.Storage.Sqlite;
using SQLitePCL;

namespace FhirNaltrexone.Storage.Tests.Sqlite;

/// <summary>The writer when the database refuses what the writer does around the work itself.</summary>
public sealed class SqliteWriterTests : IDisposable
{
    private const int TransactionAction = 22;
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

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whichever_unit_of_a_group_takes_itself_back_takes_nothing_else_along(int takenBack)
    {
        using var isQueued = new ManualResetEventSlim();
        var numbers = new long[3];
        var units = Enumerable.Range(0, 3).Select(place => _writer.RunAsync(
            (scope, token) =>
            {
                isQueued.Wait(Patience, token);
                numbers[place] = scope.NextNumber();
                scope.SystemOf($"http://example.org/{place}");
                return place == takenBack ? Decision.Rollback(false) : Decision.Commit(true);
            },
            TestContext.Current.CancellationToken)).ToArray();
        isQueued.Set();
        await Task.WhenAll(units).WaitAsync(Patience, TestContext.Current.CancellationToken);

        var kept = new List<int>();
        await Run(scope => kept.AddRange(Enumerable.Range(0, 3).Where(place => IsStored(scope, place))));
        Assert.Equal(Enumerable.Range(0, 3).Where(place => place != takenBack), kept);
        Assert.Equal(Enumerable.Range(0, 3).Select(place => place <= takenBack ? place + 1L : place), numbers);
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

    private static bool IsStored(SqliteWriteScope scope, int place)
    {
        var select = scope.Session.Named("code-system-select").Bind(1, $"http://example.org/{place}");
        try
        {
            return select.Step();
        }
        finally
        {
            select.Reset();
        }
    }

    private static void Deny(SqliteWriteScope scope, string what) => raw.sqlite3_set_authorizer(
        scope.Session.Connection.Handle,
        (object _, int action, string first, string _, string _, string _)
            => action is TransactionAction or SavepointAction && first == what ? raw.SQLITE_DENY : raw.SQLITE_OK,
        null);
}
