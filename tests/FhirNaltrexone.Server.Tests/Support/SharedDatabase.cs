using Microsoft.Data.Sqlite;

namespace FhirNaltrexone.Server.Tests.Support;

/// <summary>A database that outlives the servers of a test.</summary>
internal sealed class SharedDatabase : IDisposable
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), "fhir-naltrexone-tests", Path.GetRandomFileName());

    /// <summary>The setting that opens it.</summary>
    public (string Key, string Value) Setting => ("Storage:ConnectionString", $"Data Source={Path.Combine(_directory, "shared.db")}");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(_directory)) Directory.Delete(_directory, recursive: true);
    }
}
