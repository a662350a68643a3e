using FhirNaltrexone.Server.Tests.Loading;
using FhirNaltrexone.Storage;
using Microsoft.Data.Sqlite;

namespace FhirNaltrexone.Server.Tests.Maintenance;

/// <summary>The verb <c>rebuild-index</c> as operators run it.</summary>
public sealed class RebuildIndexTests : IDisposable
{
    private const string Lines = """
        {"resourceType":"Patient","id":"a","name":[{"family":"Doe","given":["Anna"]}],"birthDate":"1980-05-03"}
        {"resourceType":"Patient","id":"b","name":[{"family":"Roe"}]}
        """;

    private readonly TemporaryFolder _folder = new();

    private StorageOptions Database => new() { ConnectionString = $"Data Source={_folder.At("a.db")}" };

    [Fact]
    public async Task Entries_that_were_lost_are_made_anew()
    {
        await LoadProcess.RunAsync(Database, _folder.Write("in.ndjson", Lines));
        const string Count = "select count(*) from string_entry";
        var before = Scalar(Count);
        Scalar("delete from string_entry");

        var (exit, output) = await LoadProcess.RunVerbAsync("rebuild-index", Database);

        Assert.True(exit == 0, output);
        Assert.Contains("2 resources indexed.", output, StringComparison.Ordinal);
        Assert.True(before > 0);
        Assert.Equal(before, Scalar(Count));
    }

    [Fact]
    public async Task Settings_are_those_of_the_service()
    {
        await LoadProcess.RunAsync(Database, _folder.Write("in.ndjson", Lines));
        const string Low = "select min(low) from date_entry";
        var before = Scalar(Low);

        await LoadProcess.RunVerbAsync("rebuild-index", Database, "--Search:TimeZone=America/Bogota");

        Assert.Equal(TimeSpan.FromHours(5), TimeSpan.FromMilliseconds(Scalar(Low) - before));
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_is_told_by_the_exit_code()
    {
        var (exit, output) = await LoadProcess.RunVerbAsync("rebuild-index", new() { ConnectionString = "Data Source=/proc/none/a.db" });

        Assert.True(exit == 3, output);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private long Scalar(string sql)
    {
        using var connection = new SqliteConnection(Database.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as long? ?? 0;
    }
}
