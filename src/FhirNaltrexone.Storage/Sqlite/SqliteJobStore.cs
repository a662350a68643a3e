using System.Data.Common;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>Jobs in the embedded database. The driver does everything on the spot, so nothing is ever waited for on the writer's thread.</summary>
internal sealed class SqliteJobStore(SqliteDatabase database, SqliteWriter writer) : DbJobStore
{
    /// <summary>The writer takes one after the other: when it has come to this, all before is committed.</summary>
    public override Task WaitForOpenWritesAsync(CancellationToken cancellationToken)
        => writer.RunAsync((_, _) => Decision.Commit(true), cancellationToken);

    protected override string Sql(string name) => SqliteDialect.Instance.Texts.Query(name);

    protected override async Task<T> ReadAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await SqliteErrors.TranslateAsync(async () =>
        {
            await using var connection = database.Open();
            return await read(connection, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    protected override Task<T> WriteAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
        => writer.RunAsync(
            (scope, cancel) => Decision.Commit(write(scope.Session.Connection, cancel).GetAwaiter().GetResult()), cancellationToken);

    protected override Task SerializeAddsAsync(DbConnection connection, CancellationToken cancellationToken) => Task.CompletedTask;
}
