using System.Data.Common;
using FhirNaltrexone.Storage.Jobs;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>Jobs in the embedded database.</summary>
internal sealed class SqliteJobStore(SqliteConnections connections) : DbJobStore(connections)
{
    /// <summary>The writer takes one after the other: when it has come to this, all before is committed.</summary>
    public override Task WaitForOpenWritesAsync(CancellationToken cancellationToken)
        => Connections.WriteAsync((_, _) => Task.FromResult(true), cancellationToken);

    protected override Task SerializeAddsAsync(DbConnection connection, CancellationToken cancellationToken) => Task.CompletedTask;
}
