using FhirNaltrexone.Storage.Sqlite;

namespace FhirNaltrexone.Storage;

/// <summary>Opens the store the configuration asks for.</summary>
public static class FeedbackStores
{
    /// <summary>Opens the store, makes the database if there is none, and brings its schema up to date.</summary>
    /// <param name="options">Validated settings.</param>
    /// <param name="now">Written beside each migration applied.</param>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public static IFeedbackStore Open(StorageOptions options, DateTimeOffset now)
        => new SqliteFeedbackStore(SqliteDatabase.Create(options.ConnectionString, now));
}
