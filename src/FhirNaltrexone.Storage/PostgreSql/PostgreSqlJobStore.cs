using System.Data.Common;
using FhirNaltrexone.Storage.Jobs;

namespace FhirNaltrexone.Storage.PostgreSql;

/// <summary>Jobs in PostgreSQL, shared by all replicas.</summary>
internal sealed class PostgreSqlJobStore(PostgreSqlConnections connections) : DbJobStore(connections)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);

    /// <summary>Transaction ids tell which transactions were open at the call; those of other databases of the server count too.</summary>
    public override Task WaitForOpenWritesAsync(CancellationToken cancellationToken) => Connections.ReadAsync(async (connection, cancel) =>
    {
        var horizon = await ScalarAsync(connection, "job-writes-horizon", cancel).ConfigureAwait(false);
        while (await ScalarAsync(connection, "job-writes-oldest", cancel).ConfigureAwait(false) < horizon)
            await Task.Delay(LookAgain, cancel).ConfigureAwait(false);
        return true;
    }, cancellationToken);

    protected override async Task SerializeAddsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, "job-add-lock");
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<long> ScalarAsync(DbConnection connection, string name, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, name);
        return (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }
}
