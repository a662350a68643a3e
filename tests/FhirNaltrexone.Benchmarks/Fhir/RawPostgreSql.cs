using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace FhirNaltrexone.Benchmarks.Fhir;

/// <summary>What the driver does alone: the same bytes into and out of one table, each commit synced.</summary>
internal sealed class RawPostgreSql(NpgsqlDataSource source) : IRawStore
{
    private const string Insert = "insert into raw_body (bytes) select unnest($1)";
    private const string Select = "select bytes from raw_body where number = $1";

    private long _rows;

    public static async Task<RawPostgreSql> CreateAsync(string connectionString)
    {
        var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("create table raw_body (number bigint generated always as identity primary key, bytes bytea not null)");
        await command.ExecuteNonQueryAsync();
        return new RawPostgreSql(source);
    }

    public async Task<double> InsertAsync(byte[] body, int perCommit, int connections, TimeSpan duration)
    {
        var rows = Enumerable.Repeat(body, perCommit).ToArray();
        var inserted = await RepeatAsync(Insert, () => new NpgsqlParameter { Value = rows, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea }, connections, duration);
        _rows += inserted * perCommit;
        return inserted * perCommit / duration.TotalSeconds;
    }

    public async Task<double> ReadAsync(int connections, TimeSpan duration)
    {
        var read = await RepeatAsync(Select, () => new NpgsqlParameter<long> { TypedValue = Random.Shared.NextInt64(1, _rows) }, connections, duration);
        return read / duration.TotalSeconds;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task<long> RepeatAsync(string sql, Func<NpgsqlParameter> parameter, int connections, TimeSpan duration)
        => (await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => OneAsync(sql, parameter, duration))))).Sum();

    private async Task<long> OneAsync(string sql, Func<NpgsqlParameter> parameter, TimeSpan duration)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(parameter());
        await command.PrepareAsync();
        var clock = Stopwatch.StartNew();
        var count = 0L;
        for (; clock.Elapsed < duration; count++)
        {
            command.Parameters[0] = parameter();
            await command.ExecuteScalarAsync();
        }

        return count;
    }
}
