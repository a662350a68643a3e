using Microsoft.Data.Sqlite;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>Turns the errors of the driver and of the file system into the one exception of this assembly.</summary>
internal static class SqliteErrors
{
    public static T Translate<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            var code = error is SqliteException sqlite ? $" (SQLite error {sqlite.SqliteExtendedErrorCode})" : string.Empty;
            throw new StorageException(StorageErrorCode.Unavailable, $"The database did not do its work{code}.", error);
        }
    }

    public static async Task<T> TranslateAsync<T>(Func<Task<T>> action)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Translate<T>(() => throw error);
        }
    }
}
