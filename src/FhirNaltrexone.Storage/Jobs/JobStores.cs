using FhirNaltrexone.Storage.Sqlite;

namespace FhirNaltrexone.Storage.Jobs;

/// <summary>Opens the store of jobs the configuration asks for.</summary>
public static class JobStores
{
    /// <summary>Opens the store, makes the database if there is none, and brings its schema up to date.</summary>
    /// <param name="options">Validated settings.</param>
    /// <param name="now">Written beside each migration applied.</param>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public static IJobStore Open(StorageOptions options, DateTimeOffset now)
        => new SqliteJobStore(SqliteDatabase.Create(options.ConnectionString, now));
}
