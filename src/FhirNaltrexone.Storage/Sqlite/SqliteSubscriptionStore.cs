using System.Data.Common;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Subscriptions;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>Subscriptions in the embedded database. The driver does everything on the spot, so nothing is ever waited for on the writer's thread.</summary>
internal sealed class SqliteSubscriptionStore(SqliteDatabase database, SqliteWriter writer) : DbSubscriptionStore(SqliteDialect.Instance.Texts)
{
    protected override Task<T> ReadAsync<T>(Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        => SqliteErrors.TranslateAsync(async () =>
        {
            await using var connection = database.Open();
            return await read(connection, cancellationToken).ConfigureAwait(false);
        });

    protected override Task<T> WriteAsync<T>(Func<DbConnection, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
        => writer.RunAsync(
            (scope, token) => Decision.Commit(write(scope.Session.Connection, token).GetAwaiter().GetResult()), cancellationToken);
}
