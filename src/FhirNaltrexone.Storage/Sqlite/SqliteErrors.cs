using Microsoft.Data.Sqlite;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>Turns the errors of the driver and of the file system into the one exception of this assembly.</summary>
internal static class SqliteErrors
{
    public const int Interrupted = 9;
    public const int Io = 10;
    public const int Full = 13;
    public const int Constraint = 19;

    public static T Translate<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (IsFromDatabase(error))
        {
            throw From(error);
        }
    }

    public static async Task<T> TranslateAsync<T>(Func<Task<T>> action)
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

    public static bool IsFromDatabase(Exception error)
        => error is SqliteException or IOException or UnauthorizedAccessException;

    public static StorageException From(Exception error) => error is SqliteException sqlite
        ? new(Kind(sqlite.SqliteErrorCode), $"The database did not do its work (SQLite error {sqlite.SqliteExtendedErrorCode}).", error)
        : new(StorageErrorCode.Unavailable, "The database did not do its work.", error);

    private static StorageErrorCode Kind(int code) => code switch
    {
        Full => StorageErrorCode.Full,
        Constraint => StorageErrorCode.Conflict,
        _ => StorageErrorCode.Unavailable,
    };
}
