using FhirNaltrexone.Storage.Sqlite;

namespace FhirNaltrexone.Storage.Tests.Sqlite;

/// <summary>Connections for reading: whatever the database says, callers know one exception.</summary>
public sealed class SqliteReadersTests : IDisposable
{
    private readonly TemporaryDatabase _file = new();
    private readonly SqliteReaders _readers;

    public SqliteReadersTests() => _readers = new(SqliteDatabase.Create(_file.ConnectionString, DateTimeOffset.UnixEpoch));

    [Fact]
    public async Task Errors_of_transactions_are_those_of_the_store()
    {
        var error = await Assert.ThrowsAsync<StorageException>(async () => await CommitNothingAsync());

        Assert.Equal(StorageErrorCode.Unavailable, error.Code);
    }

    [Fact]
    public async Task After_an_error_the_next_reader_gets_a_connection_that_works()
    {
        await Assert.ThrowsAsync<StorageException>(async () => await CommitNothingAsync());

        Assert.True(await _readers.UseAsync(
            (session, _) =>
            {
                session.Execute("begin");
                session.Execute("commit");
                return new ValueTask<bool>(true);
            },
            TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        _readers.Dispose();
        _file.Dispose();
    }

    private ValueTask<int> CommitNothingAsync() => _readers.UseAsync((session, _) => new ValueTask<int>(Commit(session)), TestContext.Current.CancellationToken);

    private static int Commit(SqliteSession session)
    {
        session.Execute("commit");
        return 0;
    }
}
