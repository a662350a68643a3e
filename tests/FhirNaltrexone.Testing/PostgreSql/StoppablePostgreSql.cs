namespace FhirNaltrexone.Testing.PostgreSql;

/// <summary>A PostgreSQL of one test, which may stop it and start it again.</summary>
public sealed class StoppablePostgreSql : IAsyncDisposable
{
    private readonly PostgreSqlCluster _cluster;

    internal StoppablePostgreSql(PostgreSqlCluster cluster) => _cluster = cluster;

    /// <summary>How to reach it, running or not.</summary>
    public string ConnectionString => _cluster.ConnectionString("postgres");

    /// <summary>Ends the server as a shutdown does: connections break, data stay.</summary>
    public Task StopAsync() => _cluster.StopAsync();

    /// <summary>Starts it again, at the same address.</summary>
    public Task RestartAsync() => _cluster.RestartAsync();

    /// <summary>Ends it and removes its data.</summary>
    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
