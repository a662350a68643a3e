using FhirNaltrexone.Storage.Sql;
using Npgsql;

namespace FhirNaltrexone.Storage.PostgreSql;

/// <summary>A connection, mostly within a transaction. Errors leave it as the driver throws them: who holds the transaction knows what they mean.</summary>
internal sealed class PostgreSqlSession(NpgsqlConnection connection) : ISqlSession
{
    public SqlDialect Dialect => PostgreSqlDialect.Instance;

    public NpgsqlConnection Connection => connection;

    public async ValueTask<List<T>> QueryAsync<T>(SqlStatement statement, Func<ISqlRow, T> read, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement.Text, connection);
        foreach (var value in statement.Values) command.Parameters.Add(Parameter(value));
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return await RowsAsync(reader, read, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs several statements in one exchange.</summary>
    public async ValueTask<NpgsqlBatch> RunAsync(IEnumerable<SqlStatement> statements, CancellationToken cancellationToken)
    {
        var batch = Batch(statements);
        try
        {
            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return batch;
        }
        catch
        {
            await batch.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Runs two queries in one exchange and keeps the rows of the second.</summary>
    public async ValueTask<List<T>> QueryAsync<T>(
        SqlStatement before, SqlStatement query, Func<ISqlRow, T> read, CancellationToken cancellationToken)
    {
        await using var batch = Batch([before, query]);
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            return await RowsAsync(reader, read, cancellationToken).ConfigureAwait(false);
        }
    }

    private NpgsqlBatch Batch(IEnumerable<SqlStatement> statements)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement.Text);
            foreach (var value in statement.Values) command.Parameters.Add(Parameter(value));
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private static async ValueTask<List<T>> RowsAsync<T>(NpgsqlDataReader reader, Func<ISqlRow, T> read, CancellationToken cancellationToken)
    {
        var row = new PostgreSqlRow(reader);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) rows.Add(read(row));
        return rows;
    }

    private static NpgsqlParameter Parameter(object value) => new() { Value = value };
}
