using System.Data;
using System.Data.Common;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>Commands of the drivers: made from a statement, bound alike on both engines, and run once, with which they are disposed of.</summary>
internal static class DbCommands
{
    /// <summary>A command with the text of a statement.</summary>
    /// <param name="connections">The engine.</param>
    /// <param name="connection">A connection it lent.</param>
    /// <param name="name">The statement.</param>
    public static DbCommand Command(this IDbConnections connections, DbConnection connection, string name)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text comes from an embedded file, never from a request.
        command.CommandText = connections.Texts.Query(name);
#pragma warning restore CA2100
        return command;
    }

    public static DbCommand Text(this DbCommand command, string name, string? value) => command.Bind(name, value, DbType.String);

    public static DbCommand Small(this DbCommand command, string name, int value) => command.Bind(name, value, DbType.Int32);

    public static DbCommand Number(this DbCommand command, string name, long? value) => command.Bind(name, value, DbType.Int64);

    public static DbCommand Instant(this DbCommand command, string name, DateTimeOffset? value) => command.Number(name, value?.ToUnixTimeMilliseconds());

    public static DbCommand Bytes(this DbCommand command, string name, ReadOnlyMemory<byte> value) => command.Bind(name, value.ToArray(), DbType.Binary);

    /// <summary>Runs a statement that changes rows.</summary>
    /// <returns>How many it changed.</returns>
    public static async Task<int> RunAsync(this DbCommand command, CancellationToken cancellationToken)
    {
        await using var disposal = command.ConfigureAwait(false);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>All rows.</summary>
    public static async Task<IReadOnlyList<T>> AllAsync<T>(this DbCommand command, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var disposal = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<T>();
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>The one row; null for none.</summary>
    public static async Task<T?> OneAsync<T>(this DbCommand command, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : class
        => await command.AllAsync(read, cancellationToken).ConfigureAwait(false) is [var first, ..] ? first : null;

    /// <summary>The one number; null for no row.</summary>
    public static async Task<long?> NumberAsync(this DbCommand command, CancellationToken cancellationToken)
        => await command.AllAsync(row => row.GetInt64(0), cancellationToken).ConfigureAwait(false) is [var first, ..] ? first : null;

    // With the type said, neither engine has to guess it from the value, which null does not tell.
    private static DbCommand Bind(this DbCommand command, string name, object? value, DbType type)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@" + name;
        parameter.DbType = type;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return command;
    }
}
