using System.Data.Common;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Storage.Sql;
using Npgsql;

namespace FhirNaltrexone.Storage.PostgreSql;

/// <summary>Jobs in PostgreSQL, shared by all replicas.</summary>
internal sealed class PostgreSqlJobStore(NpgsqlDataSource source, SqlText texts) : DbJobStore
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);

    /// <summary>Transaction ids tell which transactions were open at the call; those of other databases of the server count too.</summary>
    public override Task WaitForOpenWritesAsync(CancellationToken cancellationToken) => ReadAsync(async (connection, cancel) =>
    {
        var horizon = await ScalarAsync(connection, "job-writes-horizon", cancel).ConfigureAwait(false);
        while (await ScalarAsync(connection, "job-writes-oldest", cancel).ConfigureAwait(false) < horizon)
            await Task.Delay(LookAgain, cancel).ConfigureAwait(false);
        return true;
    }, cancellationToken);

    protected override string Sql(string name) => texts.Query(name);

    protected override async Task<T> ReadAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            return await read(connection, cancellationToken).ConfigureAwait(false);
        }
        catch (NpgsqlException error)
        {
            throw Translated(error);
        }
    }

    protected override Task<T> WriteAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
        => ReadAsync(async (connection, cancel) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(cancel).ConfigureAwait(false);
            var value = await write(connection, cancel).ConfigureAwait(false);
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            return value;
        }, cancellationToken);

    protected override async Task SerializeAddsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, "job-add-lock");
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static StorageException Translated(NpgsqlException error) => new(
        error.SqlState switch
        {
            PostgresErrorCodes.DiskFull => StorageErrorCode.Full,
            PostgresErrorCodes.UniqueViolation => StorageErrorCode.Conflict,
            _ => StorageErrorCode.Unavailable,
        },
        $"The database did not do its work (PostgreSQL error {error.SqlState ?? "none"}).",
        error);

    private async Task<long> ScalarAsync(DbConnection connection, string name, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, name);
        return (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }
}
