using FhirNaltrexone.Storage.Sql;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>The writer's connection with what belongs to the open transaction: the next numbers, and code systems not yet committed.</summary>
internal sealed class SqliteWriteScope(SqliteSession session, CodeSystems committed) : IDisposable
{
    private readonly CodeSystems _systems = new(committed);
    private (long Number, long Sequence) _last;
    private (long Number, long Sequence) _lastBefore;

    // The first unit needs no savepoint: until it is done the transaction holds nothing else, and a savepoint costs a copy of each page changed.
    private bool _holdsWork;

    public SqliteSession Session => session;

    public CodeSystems Systems => _systems;

    public bool IsInTransaction => session.IsInTransaction;

    /// <summary>Opens the transaction. From here on nobody else writes, so that numbers can be counted here.</summary>
    public void Begin()
    {
        session.Execute("begin immediate");
        _holdsWork = false;
        _last = (Last("resource-last-number"), Last("version-last-sequence"));
    }

    /// <summary>Begins a unit, which <see cref="Release"/> keeps and <see cref="Rollback"/> takes back.</summary>
    public void Savepoint()
    {
        _lastBefore = _last;
        if (_holdsWork) session.Execute("savepoint work");
    }

    /// <summary>Keeps what the unit wrote.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.Unavailable"/>: the database has taken the transaction back by itself.</exception>
    public void Release()
    {
        if (!IsInTransaction) throw new StorageException(StorageErrorCode.Unavailable, "The database has taken the transaction back.");
        if (_holdsWork) session.Execute("release work");
        _holdsWork = true;
    }

    /// <summary>Forgets what was written since <see cref="Savepoint"/>.</summary>
    public void Rollback()
    {
        if (_holdsWork)
        {
            session.Execute("rollback to work");
            session.Execute("release work");
            _last = _lastBefore;
        }
        else
        {
            session.Execute("rollback");
            Begin();
        }

        _systems.Forget();
    }

    public void Commit()
    {
        session.Execute("commit");
        _systems.Commit();
    }

    public long NextNumber() => ++_last.Number;

    public long NextSequence() => ++_last.Sequence;

    /// <summary>The number of a code system, which is added if it is new.</summary>
    public int SystemOf(string url)
    {
        if (_systems.TryGet(url, out var id)) return id;
        session.Named("code-system-insert").Bind(1, BoundedText.Of(url)).Run();
        var select = session.Named("code-system-select").Bind(1, BoundedText.Of(url));
        try
        {
            select.Step();
            id = (int)select.Int64(0);
            _systems.Add(url, id);
            return id;
        }
        finally
        {
            select.Reset();
        }
    }

    public void Dispose() => session.Dispose();

    private long Last(string query)
    {
        var statement = session.Named(query);
        try
        {
            statement.Step();
            return statement.Int64(0);
        }
        finally
        {
            statement.Reset();
        }
    }
}
