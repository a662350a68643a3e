using Xunit;

namespace FhirNaltrexone.Testing.PostgreSql;

/// <summary>
/// A real PostgreSQL for the tests of one assembly: register it with
/// <c>[assembly: AssemblyFixture(typeof(PostgreSqlServer))]</c> and take it as a constructor parameter. It starts when first asked for a
/// database and ends with the tests. Needs the Debian package <c>postgresql</c>, version 15 or later.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string NotInstalled =
        "NOT TESTED ON POSTGRESQL: no server programs in /usr/lib/postgresql. Install the package postgresql, as .ci/run does.";

    private readonly Lazy<Task<PostgreSqlCluster>> _cluster = new(static () => PostgreSqlCluster.StartAsync(PostgreSqlBinaries.Newest()!));
    private int _databases;

    /// <summary>Whether the server can be started here.</summary>
    public static bool IsInstalled => PostgreSqlBinaries.Newest() is not null;

    /// <summary>Makes an empty database. Skips the running test, and says so, where PostgreSQL is not installed.</summary>
    public async Task<PostgreSqlDatabase> CreateDatabaseAsync()
    {
        await RequireAsync();
        var cluster = await _cluster.Value;
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await cluster.ExecuteAsync($"CREATE DATABASE {name}");
        return new PostgreSqlDatabase(cluster.ConnectionString(name));
    }

    /// <summary>Kills the server with SIGKILL and starts it again; returns when it answers. It must have been asked for a database before.</summary>
    public async Task CrashAsync() => await (await _cluster.Value).CrashAsync();

    /// <summary>Starts a server of its own for a test that stops it. Skips the running test, and says so, where PostgreSQL is not installed.</summary>
    public static async Task<StoppablePostgreSql> StartOwnAsync()
    {
        await RequireAsync();
        return new StoppablePostgreSql(await PostgreSqlCluster.StartAsync(PostgreSqlBinaries.Newest()!));
    }

    private static async Task RequireAsync()
    {
        if (IsInstalled) return;
        await Console.Error.WriteLineAsync(NotInstalled);
        Assert.Skip(NotInstalled);
    }

    /// <summary>Stops the server and removes its files.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_cluster.IsValueCreated) await (await _cluster.Value).DisposeAsync();
    }
}
