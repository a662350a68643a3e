using FhirNaltrexone.Server.Loading;
using FhirNaltrexone.Server.Tests.Loading.Samples;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Testing.PostgreSql;

namespace FhirNaltrexone.Server.Tests.Loading;

/// <summary>The verb as users run it, into PostgreSQL.</summary>
public sealed class LoadIntoPostgreSqlTests(PostgreSqlServer server) : IAsyncLifetime
{
    private const int Lines = 2_000;

    private readonly TemporaryFolder _folder = new();
    private PostgreSqlDatabase? _database;

    private StorageOptions Storage => new() { Provider = StorageOptions.PostgreSql, ConnectionString = _database!.ConnectionString };

    public async ValueTask InitializeAsync() => _database = await server.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        if (_database is not null) await _database.DisposeAsync();
    }

    [Fact]
    public async Task Every_kind_of_input_is_loaded_and_loading_it_again_changes_nothing()
    {
        LoadInputs.WriteEveryKind(_folder);

        var (exit, output) = await LoadProcess.RunAsync(Storage, _folder.At("in"));
        var once = await StoredContent.ReadAsync(Storage);
        var (again, _) = await LoadProcess.RunAsync(Storage, _folder.At("in"));

        Assert.True((exit, again) == (LoadExit.Loaded, LoadExit.Loaded), output);
        Assert.Equal(LoadInputs.Ids, once.Keys.Where(key => key.Id.Length < 32).Select(key => key.Id).Order());
        Assert.Equal(once, await StoredContent.ReadAsync(Storage));
    }

    [Fact]
    public async Task Killed_and_resumed_it_ends_with_every_resource_once()
    {
        var file = _folder.Write("a.ndjson", [.. CommittedSet.Lines().Take(Lines).SelectMany(line => (byte[])[.. line.Span, (byte)'\n'])]);
        string[] arguments = ["--batch", "20", "--resume", _folder.At("journal"), file];
        await using (var process = LoadProcess.Start(Storage, arguments))
        {
            await process.WaitForLinesAsync(_folder.At("journal"), 20);
            await process.KillAsync();
        }

        var (exit, output) = await LoadProcess.RunAsync(Storage, arguments);

        Assert.True(exit == LoadExit.Loaded, output);
        var stored = await StoredContent.ReadAsync(Storage);
        Assert.Equal(Lines, stored.Count);
        Assert.All(stored.Values, json => Assert.Contains("\"versionId\":\"1\"", json, StringComparison.Ordinal));
    }
}
