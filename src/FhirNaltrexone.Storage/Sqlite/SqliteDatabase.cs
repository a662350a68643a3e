using FhirNaltrexone.Storage.Sql;
using Microsoft.Data.Sqlite;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>The one embedded database: opens connections with the settings that make a commit survive a power cut.</summary>
internal sealed class SqliteDatabase
{
    private readonly string _connectionString;
    private readonly string _furtherSettings;

    private SqliteDatabase(string connectionString, string furtherSettings) => (_connectionString, _furtherSettings) = (connectionString, furtherSettings);

    /// <summary>Makes the directory and the file if needed and brings the schema up to date.</summary>
    /// <param name="connectionString">Names the file.</param>
    /// <param name="now">Written beside each migration applied.</param>
    /// <param name="furtherSettings">Statements for every connection; a proof of durability weakens it here to see itself fail.</param>
    /// <exception cref="StorageException">The file cannot be used, or its schema does not fit.</exception>
    public static SqliteDatabase Create(string connectionString, DateTimeOffset now, string furtherSettings = "")
    {
        try
        {
            return Migrated(connectionString, now, furtherSettings);
        }
        catch (Exception error) when (error is ArgumentException || SqliteErrors.IsFromDatabase(error))
        {
            throw SqliteErrors.From(error);
        }
    }

    /// <summary>Opens a connection; the pool of the driver makes this cheap.</summary>
    public SqliteConnection Open() => Open(_connectionString);

    /// <summary>Opens a connection that keeps its prepared statements; for long use, outside the pool.</summary>
    public SqliteSession OpenSession()
        => new(Open(new SqliteConnectionStringBuilder(_connectionString) { Pooling = false }.ToString()));

    private static SqliteDatabase Migrated(string connectionString, DateTimeOffset now, string furtherSettings)
    {
        var database = new SqliteDatabase(connectionString, furtherSettings);
        MakeDirectory(new SqliteConnectionStringBuilder(connectionString).DataSource);
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        MigrationRunner.Run(transaction, SqliteDialect.Instance.Texts, SqliteDialect.Instance.Texts.Migrations, now);
        transaction.Commit();
        return database;
    }

    private SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Both texts are ours, none comes from a request.
            command.CommandText = SqliteDialect.Instance.Texts.Query("open") + _furtherSettings;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void MakeDirectory(string dataSource)
    {
        if (Path.GetDirectoryName(dataSource) is { Length: > 0 } directory)
        {
            Directory.CreateDirectory(directory);
        }
    }
}
