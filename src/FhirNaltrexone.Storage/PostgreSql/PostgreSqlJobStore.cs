using System.Data.Common;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Storage.Sql;

namespace FhirNaltrexone.Storage.PostgreSql;

/// <summary>Jobs in PostgreSQL, shared by all replicas.</summary>
internal sealed class PostgreSqlJobStore(PostgreSqlConnections connections) : DbJobStore(connections)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);

    /// <summary>Transaction ids tell which transactions were open at the call; those of other databases of the server count too.</summary>
    public override Task WaitForOpenWritesAsync(CancellationToken cancellationToken) => Connections.ReadAsync(async (connection, cancel) =>
    {
        var horizon = await Command(connection, "job-writes-horizon").NumberAsync(cancel).ConfigureAwait(false);
        while (await Command(connection, "job-writes-oldest").NumberAsync(cancel).ConfigureAwait(false) < horizon)
            await Task.Delay(LookAgain, cancel).ConfigureAwait(false);
        return true;
    }, cancellationToken);

    protected override Task SerializeAddsAsync(DbConnection connection, CancellationToken cancellationToken)
        => Command(connection, "job-add-lock").RunAsync(cancellationToken);
}
