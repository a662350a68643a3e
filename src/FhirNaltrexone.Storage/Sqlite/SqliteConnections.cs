using System.Data.Common;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Sql;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>
/// Connections of the embedded database: any number to read with, and the writer's. The driver does everything on the spot, so nothing is ever
/// waited for on the writer's thread.
/// </summary>
internal sealed class SqliteConnections(SqliteDatabase database, SqliteWriter writer) : IDbConnections
{
    public SqlText Texts => SqliteDialect.Instance.Texts;

    public Task<T> ReadAsync<T>(Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        => SqliteErrors.TranslateAsync(async () =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            await using var connection = database.Open();
            return await read(connection, cancellationToken).ConfigureAwait(false);
        });

    public Task<T> WriteAsync<T>(Func<DbConnection, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
        => writer.RunAsync(
            (scope, token) => Decision.Commit(write(scope.Session.Connection, token).GetAwaiter().GetResult()), cancellationToken);
}
