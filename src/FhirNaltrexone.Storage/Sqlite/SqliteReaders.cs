using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>Connections for reading. As many as processors can use; who comes later waits without holding a thread.</summary>
internal sealed class SqliteReaders(SqliteDatabase database) : IDisposable
{
    private static readonly int MaxOpen = Math.Max(8, 2 * Environment.ProcessorCount);

    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private readonly SemaphoreSlim _free = new(MaxOpen, MaxOpen);

    /// <summary>Lends a connection.</summary>
    public async ValueTask<T> UseAsync<T>(Func<SqliteSession, CancellationToken, ValueTask<T>> use, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        SqliteSession? session = null;
        try
        {
            session = _idle.TryTake(out var idle) ? idle : SqliteErrors.Translate(database.OpenSession);
            var result = await use(session, cancellationToken).ConfigureAwait(false);
            _idle.Add(session);
            session = null;
            return result;
        }
        catch (SqliteException error)
        {
            // Beginning and ending a transaction can fail too.
            throw SqliteErrors.From(error);
        }
        finally
        {
            // A connection that failed is not used again.
            session?.Dispose();
            _free.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var session)) session.Dispose();
        _free.Dispose();
    }
}
