using System.Data.Common;
using FhirNaltrexone.Storage.Jobs;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>Jobs in the embedded database.</summary>
internal sealed class SqliteJobStore(SqliteDatabase database) : DbJobStore, IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);

    public override Task WaitForOpenWritesAsync(CancellationToken cancellationToken)
        => WriteAsync((_, _) => Task.FromResult(true), cancellationToken);

    public void Dispose() => _writer.Dispose();

    protected override string Sql(string name) => SqliteDialect.Instance.Texts.Query(name);

    protected override async Task<T> ReadAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await SqliteErrors.TranslateAsync(async () =>
        {
            await using var connection = database.Open();
            return await read(connection, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <summary>SQLite allows one writer: those of this process queue here. Beginning as writer waits for all others.</summary>
    protected override async Task<T> WriteAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await SqliteErrors.TranslateAsync(async () =>
            {
                await using var connection = database.Open();
                await using var transaction = connection.BeginTransaction(deferred: false);
                var value = await write(connection, cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                return value;
            }).ConfigureAwait(false);
        }
        finally
        {
            _writer.Release();
        }
    }

    protected override Task SerializeAddsAsync(DbConnection connection, CancellationToken cancellationToken) => Task.CompletedTask;
}
