using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FhirNaltrexone.Server.Tests.Support;

/// <summary>A database file of one test, which the test can change behind the service's back.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("fhir-naltrexone-file").FullName;

    public string Connection => $"Data Source={Path.Combine(_directory, "test.db")}";

    /// <summary>Does to the database what somebody does who can write to it.</summary>
    public int Execute(string sql)
    {
        using var connection = new SqliteConnection(Connection);
        using var command = Command(connection, sql);
        return command.ExecuteNonQuery();
    }

    /// <summary>One value of the database.</summary>
    public string Scalar(string sql)
    {
        using var connection = new SqliteConnection(Connection);
        using var command = Command(connection, sql);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }

    /// <summary>Closes and removes it; its servers must have been disposed before.</summary>
    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        connection.Open();
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is the test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
