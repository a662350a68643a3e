using FhirNaltrexone.Storage.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>A connection with its prepared statements. One thread uses it at a time.</summary>
internal sealed class SqliteSession : ISqlSession, IDisposable
{
    private const int MaxStatements = 300;

    // SQLite asks this often, counted in its own instructions, whether to go on: some tenths of a millisecond.
    private const int InstructionsBetweenChecks = 20_000;

    private readonly SqliteConnection _connection;
    private readonly sqlite3 _handle;
    private readonly Dictionary<string, SqliteStatement> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteStatement> _composed = new(StringComparer.Ordinal);
    private CancellationToken _cancellation;

    public SqliteSession(SqliteConnection connection)
    {
        _connection = connection;
        _handle = connection.Handle!;
        raw.sqlite3_progress_handler(_handle, InstructionsBetweenChecks, _ => _cancellation.IsCancellationRequested ? 1 : 0, null);
    }

    public SqlDialect Dialect => SqliteDialect.Instance;

    /// <summary>The connection, for those who use the driver's own commands.</summary>
    public SqliteConnection Connection => _connection;

    /// <summary>Whether a transaction is open. An error of the disk ends one by itself.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>A statement from an .sql file, kept for good.</summary>
    public SqliteStatement Named(string name)
    {
        if (_named.TryGetValue(name, out var statement)) return statement;
        return _named[name] = new(_handle, SqliteDialect.Instance.Texts.Query(name));
    }

    /// <summary>A statement made from parts of ours, kept until there are too many.</summary>
    public SqliteStatement Composed(string sql)
    {
        if (_composed.TryGetValue(sql, out var statement)) return statement;
        if (_composed.Count >= MaxStatements) Forget(_composed);
        return _composed[sql] = new(_handle, sql);
    }

    /// <summary>Runs a plain statement such as <c>commit</c>.</summary>
    public void Execute(string sql) => Composed(sql).Run();

    public ValueTask<List<T>> QueryAsync<T>(SqlStatement statement, Func<ISqlRow, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _cancellation = cancellationToken;
        try
        {
            return new(Query(statement, read));
        }
        catch (SqliteException error) when (error.SqliteErrorCode == SqliteErrors.Interrupted)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.From(error);
        }
        finally
        {
            _cancellation = default;
        }
    }

    public void Dispose()
    {
        Forget(_named);
        Forget(_composed);
        _connection.Dispose();
    }

    private List<T> Query<T>(SqlStatement query, Func<ISqlRow, T> read)
    {
        var statement = Composed(query.Text);
        try
        {
            for (var index = 0; index < query.Values.Count; index++) statement.BindAny(index + 1, query.Values[index]);
            var rows = new List<T>();
            while (statement.Step()) rows.Add(read(statement));
            return rows;
        }
        finally
        {
            statement.Reset();
        }
    }

    private static void Forget(Dictionary<string, SqliteStatement> statements)
    {
        foreach (var statement in statements.Values) statement.Dispose();
        statements.Clear();
    }
}
