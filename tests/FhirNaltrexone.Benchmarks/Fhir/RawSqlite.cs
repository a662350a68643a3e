using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace FhirNaltrexone.Benchmarks.Fhir;

/// <summary>What the driver does alone: the same bytes into and out of one table, durably (WAL, synchronous=FULL).</summary>
internal sealed class RawSqlite : IRawStore
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fhir-naltrexone-raw").FullName;
    private readonly SqliteConnection _connection;
    private long _rows;

    public RawSqlite()
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "raw.db")};Pooling=False");
        _connection.Open();
        Execute("pragma journal_mode = wal; pragma synchronous = full; create table body (number integer primary key, bytes blob not null) strict;");
    }

    public Task<double> InsertAsync(byte[] body, int perCommit, int connections, TimeSpan duration)
    {
        using var insert = _connection.CreateCommand();
        insert.CommandText = "insert into body (number, bytes) values ($number, $bytes)";
        var number = insert.Parameters.Add("$number", SqliteType.Integer);
        insert.Parameters.Add("$bytes", SqliteType.Blob).Value = body;
        var clock = Stopwatch.StartNew();
        var before = _rows;
        while (clock.Elapsed < duration)
        {
            using var transaction = _connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var row = 0; row < perCommit; row++)
            {
                number.Value = ++_rows;
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return Task.FromResult((_rows - before) / clock.Elapsed.TotalSeconds);
    }

    public Task<double> ReadAsync(int connections, TimeSpan duration)
    {
        using var select = _connection.CreateCommand();
        select.CommandText = "select bytes from body where number = $number";
        var number = select.Parameters.Add("$number", SqliteType.Integer);
        var clock = Stopwatch.StartNew();
        var count = 0L;
        for (; clock.Elapsed < duration; count++)
        {
            number.Value = 1 + (count * 7919 % _rows);
            _ = (byte[])select.ExecuteScalar()!;
        }

        return Task.FromResult(count / clock.Elapsed.TotalSeconds);
    }

    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The texts stand above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
