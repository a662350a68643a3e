using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace FhirNaltrexone.Storage.PostgreSql;

/// <summary>Turns the errors of the driver and of the network into the one exception of this assembly.</summary>
internal static class PostgreSqlErrors
{
    private const string SerializationFailure = "40001";
    private const string DeadlockDetected = "40P01";
    private const string UniqueViolation = "23505";

    // A migration changed a table under a prepared statement.
    private const string FeatureNotSupported = "0A000";
    private const string DiskFull = "53100";

    /// <summary>Whether another transaction came in between, so that the same work may well succeed next time.</summary>
    public static bool IsRace(Exception error)
        => error is PostgresException { SqlState: SerializationFailure or DeadlockDetected or UniqueViolation or FeatureNotSupported };

    public static bool IsFromDatabase(Exception error)
        => error is NpgsqlException or IOException or SocketException or TimeoutException;

    public static StorageException From(Exception error) => error is PostgresException postgres
        ? new(Kind(postgres), $"The database did not do its work (PostgreSQL error {postgres.SqlState}).", error)
        : new(StorageErrorCode.Unavailable, "The database cannot be reached.", error);

    /// <summary>Runs something and translates what it throws.</summary>
    public static async ValueTask<T> TranslateAsync<T>(Func<ValueTask<T>> action)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (Exception error) when (IsFromDatabase(error))
        {
            throw From(error);
        }
    }

    /// <summary>Commits. An answer of the server tells what became of it; without one nobody knows.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.Indeterminate"/>: nobody knows.</exception>
    public static async ValueTask CommitAsync(DbTransaction transaction)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not PostgresException && IsFromDatabase(error))
        {
            throw new StorageException(
                StorageErrorCode.Indeterminate, "The connection broke while committing; whether it took place is unknown.", error);
        }
        catch (PostgresException error) when (error.SqlState.StartsWith("57P", StringComparison.Ordinal))
        {
            throw new StorageException(
                StorageErrorCode.Indeterminate, "The database shut down while committing; whether it took place is unknown.", error);
        }
    }

    private static StorageErrorCode Kind(PostgresException error)
        => error.SqlState == DiskFull ? StorageErrorCode.Full : IsRace(error) ? StorageErrorCode.Conflict : StorageErrorCode.Unavailable;
}
