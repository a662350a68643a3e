using Npgsql;

namespace FhirNaltrexone.Testing.PostgreSql;

/// <summary>An empty database of its own, dropped when disposed of.</summary>
public sealed class PostgreSqlDatabase : IAsyncDisposable
{
    private readonly PostgreSqlCluster _cluster;
    private readonly string _name;

    internal PostgreSqlDatabase(PostgreSqlCluster cluster, string name) => (_cluster, _name) = (cluster, name);

    /// <summary>How to reach it: Npgsql's format, any number of connections, no password.</summary>
    public string ConnectionString => _cluster.ConnectionString(_name);

    /// <summary>Drops the database, whoever is connected.</summary>
    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await _cluster.ExecuteAsync($"DROP DATABASE {_name} WITH (FORCE)");
    }
}
