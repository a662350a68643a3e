using Microsoft.Data.Sqlite;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>The one embedded database: opens connections with the settings that make a commit survive a power cut.</summary>
internal sealed class SqliteDatabase
{
    private readonly string _connectionString;

    private SqliteDatabase(string connectionString) => _connectionString = connectionString;

    /// <summary>Makes the directory and the file if needed and brings the schema up to date.</summary>
    /// <exception cref="StorageException">The file cannot be used, or its schema does not fit.</exception>
    public static SqliteDatabase Create(string connectionString, DateTimeOffset now) => SqliteErrors.Translate(() =>
    {
        var database = new SqliteDatabase(connectionString);
        MakeDirectory(new SqliteConnectionStringBuilder(connectionString).DataSource);
        using var connection = database.Open();
        MigrationRunner.Run(connection, SqlText.Migrations, now);
        return database;
    });

    /// <summary>Opens a connection; the pool of the driver makes this cheap.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = SqlText.Query("open");
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
