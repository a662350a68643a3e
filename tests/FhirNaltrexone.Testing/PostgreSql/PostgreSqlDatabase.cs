using Npgsql;

namespace FhirNaltrexone.Testing.PostgreSql;

/// <summary>
/// An empty database of its own. It goes with its server: dropping it would force a checkpoint, and on a busy machine the tests would spend their
/// time on those.
/// </summary>
public sealed class PostgreSqlDatabase : IAsyncDisposable
{
    internal PostgreSqlDatabase(string connectionString) => ConnectionString = connectionString;

    /// <summary>How to reach it: Npgsql's format, any number of connections, no password.</summary>
    public string ConnectionString { get; }

    /// <summary>Closes the connections that nobody uses.</summary>
    public ValueTask DisposeAsync()
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }
}
