using System.Globalization;
using FhirNaltrexone.Storage.Sql;
using SQLitePCL;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>A prepared statement that is used again and again. It works below ADO.NET, which costs more per row than the row itself.</summary>
internal sealed class SqliteStatement : ISqlRow, IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    // Place of the placeholder $1, $2 … among the parameters as SQLite counts them: by first appearance.
    private readonly int[] _places;

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        SqliteResult.Check(database, raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
        _places = new int[raw.sqlite3_bind_parameter_count(_statement)];
        for (var place = 1; place <= _places.Length; place++)
        {
            var name = raw.sqlite3_bind_parameter_name(_statement, place).utf8_to_string();
            _places[int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture) - 1] = place;
        }
    }

    /// <summary>Gives a parameter its value; numbers count from 1.</summary>
    public SqliteStatement Bind(int number, long value) => Checked(raw.sqlite3_bind_int64(_statement, _places[number - 1], value));

    /// <summary>Gives a parameter its value.</summary>
    public SqliteStatement Bind(int number, double value) => Checked(raw.sqlite3_bind_double(_statement, _places[number - 1], value));

    /// <summary>Gives a parameter its value; null is NULL.</summary>
    public SqliteStatement Bind(int number, string? value) => Checked(value is null
        ? raw.sqlite3_bind_null(_statement, _places[number - 1])
        : raw.sqlite3_bind_text(_statement, _places[number - 1], value));

    /// <summary>Gives a parameter its value.</summary>
    public SqliteStatement Bind(int number, ReadOnlySpan<byte> value) => Checked(value.IsEmpty
        ? raw.sqlite3_bind_zeroblob(_statement, _places[number - 1], 0)
        : raw.sqlite3_bind_blob(_statement, _places[number - 1], value));

    /// <summary>Gives a parameter its value; null is NULL.</summary>
    public SqliteStatement Bind(int number, int? value) => value is { } given
        ? Bind(number, (long)given)
        : Checked(raw.sqlite3_bind_null(_statement, _places[number - 1]));

    /// <summary>Gives a parameter its value, of whatever kind.</summary>
    public SqliteStatement BindAny(int number, object value) => value switch
    {
        string text => Bind(number, text),
        byte[] bytes => Bind(number, bytes),
        double real => Bind(number, real),
        _ => Bind(number, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW) return true;
        if (result == raw.SQLITE_DONE) return false;
        throw SqliteResult.Error(_database, result);
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        try
        {
            while (Step())
            {
                // Rows of a pragma are of no interest.
            }

            return raw.sqlite3_changes(_database);
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Makes the statement ready for its next use.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Int64(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string() ?? string.Empty;

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public void Dispose() => _statement.Dispose();

    private SqliteStatement Checked(int result)
    {
        SqliteResult.Check(_database, result);
        return this;
    }
}
