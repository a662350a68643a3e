using FhirNaltrexone.Server.Tests.Loading;
using FhirNaltrexone.Storage;
using Microsoft.Data.Sqlite;

namespace FhirNaltrexone.Server.Tests.Security.Audit;

/// <summary>The verb <c>audit verify</c> as operators run it: nothing to look at is not in order.</summary>
public sealed class AuditVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_not_made()
    {
        var (exit, output) = await LoadProcess.RunVerbAsync("audit", new() { ConnectionString = $"Data Source={_folder.At("misspelt.db")}" }, "verify");

        Assert.True(exit == 3, output);
        Assert.Contains("There is no database", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At("misspelt.db")));
    }

    [Fact]
    public async Task A_chain_whose_end_is_told_nowhere_is_a_defect_and_no_failure()
    {
        var database = new StorageOptions { ConnectionString = $"Data Source={_folder.At("endless.db")}" };
        ResourceStores.Open(database, TimeProvider.System).Dispose();
        await using (var connection = new SqliteConnection(database.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "delete from audit_head";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var (exit, output) = await LoadProcess.RunVerbAsync("audit", database, "verify", "--allow-empty");

        Assert.True(exit == 1, output);
        Assert.Contains("1 defects", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_record_the_exit_code_is_1_unless_asked_for()
    {
        var database = new StorageOptions { ConnectionString = $"Data Source={_folder.At("empty.db")}" };
        ResourceStores.Open(database, TimeProvider.System).Dispose();

        var (refused, output) = await LoadProcess.RunVerbAsync("audit", database, "verify");
        var (allowed, _) = await LoadProcess.RunVerbAsync("audit", database, "verify", "--allow-empty");

        Assert.True(refused == 1, output);
        Assert.Contains("0 records compared", output, StringComparison.Ordinal);
        Assert.Contains("--allow-empty", output, StringComparison.Ordinal);
        Assert.Equal(0, allowed);
    }
}
