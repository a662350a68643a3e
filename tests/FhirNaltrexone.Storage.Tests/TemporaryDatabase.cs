using Microsoft.Data.Sqlite;

namespace FhirNaltrexone.Storage.Tests;

/// <summary>A database file of its own for one test, in a directory that does not exist yet.</summary>
public sealed class TemporaryDatabase : IDisposable
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), "fhir-naltrexone-tests", Path.GetRandomFileName());

    public string ConnectionString => $"Data Source={Path.Combine(_directory, "test.db")}";

    public StorageOptions Options => new() { ConnectionString = ConnectionString };

    public long Scalar(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }
}
