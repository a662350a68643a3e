using System.Data.Common;
using FhirNaltrexone.Storage.Subscriptions;

namespace FhirNaltrexone.Storage.PostgreSql;

/// <summary>Subscriptions in PostgreSQL.</summary>
internal sealed class PostgreSqlSubscriptionStore(PostgreSqlPools database) : DbSubscriptionStore(PostgreSqlDialect.Instance.Texts)
{
    protected override Task<T> ReadAsync<T>(Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        => PostgreSqlErrors.TranslateAsync(async () =>
        {
            await using var connection = await database.Main.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            return await read(connection, cancellationToken).ConfigureAwait(false);
        }).AsTask();

    protected override Task<T> WriteAsync<T>(Func<DbConnection, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
        => PostgreSqlErrors.TranslateAsync(async () =>
        {
            await using var connection = await database.Main.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            var result = await write(connection, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            return result;
        }).AsTask();
}
