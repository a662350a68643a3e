using System.Threading.Channels;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Sql;
using Microsoft.Data.Sqlite;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>
/// The one writer: a thread that takes all work waiting, runs each unit so that it can be taken back alone, and commits them together, so that many units share
/// one sync of the disk. Nobody hears of success before the commit.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int MaxGroup = 256;
    private const int MaxQueue = 10_000;

    private readonly Channel<ISqliteWork> _queue = Channel.CreateBounded<ISqliteWork>(
        new BoundedChannelOptions(MaxQueue) { SingleReader = true });

    // Waiting for the queue itself would spin first, on cores that those who are waited for need.
    private readonly object _arrival = new();

    private readonly SqliteDatabase _database;
    private readonly CodeSystems _systems;
    private readonly Thread _thread;
    private SqliteWriteScope? _scope;

    public SqliteWriter(SqliteDatabase database, CodeSystems systems)
    {
        _database = database;
        _systems = systems;
        _thread = new Thread(Loop) { IsBackground = true, Name = "SQLite writer" };
        _thread.Start();
    }

    /// <summary>Waits for a turn, runs the work on the writer's thread and commits it if it says so.</summary>
    public async Task<T> RunAsync<T>(Func<SqliteWriteScope, CancellationToken, Decision<T>> work, CancellationToken cancellationToken)
    {
        var item = new SqliteWork<T>(work, cancellationToken);
        try
        {
            await _queue.Writer.WriteAsync(item, cancellationToken).ConfigureAwait(false);
            Wake();
        }
        catch (ChannelClosedException closed)
        {
            throw new StorageException(StorageErrorCode.Unavailable, "The store is closed.", closed);
        }

        return await item.Task.ConfigureAwait(false);
    }

    /// <summary>Lets the work that waits finish, and ends.</summary>
    public void Dispose()
    {
        if (!_queue.Writer.TryComplete()) return;
        Wake();
        _thread.Join();
    }

    private void Loop()
    {
        var group = new List<ISqliteWork>(MaxGroup);
        while (WaitForWork())
        {
            group.Clear();
            RunGroup(group);
        }

        Close();
    }

    /// <summary>Waits until there is work; false when there will be none any more.</summary>
    private bool WaitForWork()
    {
        lock (_arrival)
        {
            while (!_queue.Reader.TryPeek(out _))
            {
                if (_queue.Reader.Completion.IsCompleted) return false;
                Monitor.Wait(_arrival);
            }
        }

        return true;
    }

    private void Wake()
    {
        lock (_arrival) Monitor.Pulse(_arrival);
    }

    private void RunGroup(List<ISqliteWork> group)
    {
        if (!TryBegin()) return;
        try
        {
            while (group.Count < MaxGroup && _queue.Reader.TryRead(out var work)) RunOne(_scope!, work, group);
        }
        catch (Exception error)
        {
            FailAll(group, error);
            return;
        }

        Commit(group);
    }

    private bool TryBegin()
    {
        try
        {
            _scope ??= new SqliteWriteScope(_database.OpenSession(), _systems);
            _scope.Begin();
            return true;
        }
        catch (Exception error)
        {
            // Nobody can write now. Whoever waits hears so, one by one; the next gets a fresh try.
            Close();
            if (_queue.Reader.TryRead(out var work)) work.Fail(Translated(error));
            return false;
        }
    }

    private static void RunOne(SqliteWriteScope scope, ISqliteWork work, List<ISqliteWork> group)
    {
        if (work.IsAbandoned)
        {
            work.Cancel();
            return;
        }

        // Whatever fails here, the caller hears of it: before the transaction is touched again, which may fail too.
        try
        {
            scope.Savepoint();
            if (work.Run(scope)) scope.Release();
            else scope.Rollback();
            group.Add(work);
        }
        catch (OperationCanceledException) when (work.IsAbandoned)
        {
            work.Cancel();
            scope.Rollback();
        }
        catch (Exception error)
        {
            work.Fail(Translated(error));
            if (!scope.IsInTransaction) throw;
            scope.Rollback();
        }
    }

    private void Commit(List<ISqliteWork> group)
    {
        try
        {
            _scope!.Commit();
        }
        catch (Exception error)
        {
            FailAll(group, error is SqliteException { SqliteErrorCode: SqliteErrors.Io } ? Unknown(error) : error);
            return;
        }

        foreach (var work in group) work.Complete();
    }

    private void FailAll(List<ISqliteWork> group, Exception error)
    {
        Close();
        foreach (var work in group) work.Fail(Translated(error));
    }

    // After an error nothing is known of the connection: the next group opens another.
    private void Close()
    {
        try
        {
            _scope?.Dispose();
        }
        catch (SqliteException)
        {
            // It is being thrown away.
        }

        _scope = null;
    }

    private static StorageException Unknown(Exception error)
        => new(StorageErrorCode.Indeterminate, "The disk failed while committing; whether it took place is unknown.", error);

    private static Exception Translated(Exception error) => SqliteErrors.IsFromDatabase(error) ? SqliteErrors.From(error) : error;
}
