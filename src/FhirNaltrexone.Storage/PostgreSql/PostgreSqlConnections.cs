using System.Data.Common;
using FhirNaltrexone.Storage.Sql;
using Npgsql;

namespace FhirNaltrexone.Storage.PostgreSql;

/// <summary>Connections of a pool.</summary>
internal sealed class PostgreSqlConnections(NpgsqlDataSource source) : IDbConnections
{
    public SqlText Texts => PostgreSqlDialect.Instance.Texts;

    public Task<T> ReadAsync<T>(Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        => PostgreSqlErrors.TranslateAsync(async () =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            return await read(connection, cancellationToken).ConfigureAwait(false);
        }).AsTask();

    public Task<T> WriteAsync<T>(Func<DbConnection, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
        => ReadAsync(
            async (connection, cancel) =>
            {
                await using var transaction = await connection.BeginTransactionAsync(cancel).ConfigureAwait(false);
                var result = await write(connection, cancel).ConfigureAwait(false);
                await PostgreSqlErrors.CommitAsync(transaction).ConfigureAwait(false);
                return result;
            },
            cancellationToken);
}
