using FhirNaltrexone.Server.Loading;
using FhirNaltrexone.Server.Tests.Loading.Samples;
using FhirNaltrexone.Storage;

namespace FhirNaltrexone.Server.Tests.Loading;

/// <summary>The verb as users run it, into SQLite.</summary>
public sealed class LoadProcessTests : IDisposable
{
    private const int Lines = 3_000;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_sample_patients_are_loaded_in_one_command()
    {
        var (exit, output) = await LoadProcess.RunAsync(Database("a.db"), CommittedSet.Path);

        Assert.True(exit == LoadExit.Loaded, output);
        Assert.Contains($"{CommittedSet.Resources.Count:N0} stored, 0 refused", output, StringComparison.Ordinal);
        Assert.Equal(CommittedSet.Resources.Count, (await StoredContent.ReadAsync(Database("a.db"))).Count);
    }

    [Fact]
    public async Task Every_kind_of_input_is_loaded()
    {
        LoadInputs.WriteEveryKind(_folder);

        var (exit, output) = await LoadProcess.RunAsync(Database("a.db"), _folder.At("in"));

        Assert.True(exit == LoadExit.Loaded, output);
        var stored = (await StoredContent.ReadAsync(Database("a.db"))).Keys;
        Assert.Equal(LoadInputs.Ids, stored.Where(key => key.Id.Length < 32).Select(key => key.Id).Order());
        Assert.Equal(2, stored.Count(key => key.Id.Length == 32));
    }

    [Fact]
    public async Task A_transaction_loaded_twice_stores_nothing_twice()
    {
        LoadInputs.WriteEveryKind(_folder);
        await LoadProcess.RunAsync(Database("a.db"), _folder.At("in"));
        var once = await StoredContent.ReadAsync(Database("a.db"));

        var (exit, output) = await LoadProcess.RunAsync(Database("a.db"), _folder.At("in"));

        Assert.True(exit == LoadExit.Loaded, output);
        Assert.Equal(once, await StoredContent.ReadAsync(Database("a.db")));
    }

    [Fact]
    public async Task What_is_refused_is_listed_and_sets_the_exit_code()
    {
        var file = _folder.Write("a.ndjson", """
            {"resourceType":"Patient","id":"a"}
            {"resourceType":"Patient","id":"b","gender":"secret-value"}
            {"resourceType":"Patient","id":"c"}
            """);

        var (exit, output) = await LoadProcess.RunAsync(Database("a.db"), "--continue-on-error", file);

        Assert.Equal(LoadExit.Refused, exit);
        Assert.Contains("2 stored, 1 refused", output, StringComparison.Ordinal);
        Assert.Contains($"Refused {file}:2: ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-value", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_transaction_stores_nothing_and_names_the_entry()
    {
        var file = _folder.Write("t.json", """
            {"resourceType":"Bundle","type":"transaction","entry":[
              {"resource":{"resourceType":"Patient","id":"a"},"request":{"method":"PUT","url":"Patient/a"}},
              {"resource":{"resourceType":"Patient","id":"b"},"request":{"method":"PUT","url":"Patient/b","ifMatch":"W/\"7\""}}]}
            """);

        var (exit, output) = await LoadProcess.RunAsync(Database("a.db"), file);

        Assert.Equal(LoadExit.Refused, exit);
        Assert.Contains("Bundle.entry[1]", output, StringComparison.Ordinal);
        Assert.Empty(await StoredContent.ReadAsync(Database("a.db")));
    }

    [Fact]
    public async Task An_input_that_is_not_there_sets_the_exit_code()
        => Assert.Equal(LoadExit.Unusable, (await LoadProcess.RunAsync(Database("a.db"), _folder.At("nothing"))).ExitCode);

    [Fact]
    public async Task Killed_again_and_again_and_resumed_it_ends_like_a_run_that_nobody_disturbed()
    {
        var file = _folder.Write("a.ndjson", [.. CommittedSet.Lines().Take(Lines).SelectMany(line => (byte[])[.. line.Span, (byte)'\n'])]);
        string[] arguments = ["--batch", "20", "--resume", _folder.At("journal"), file];
        for (var kills = 1; kills <= 3; kills++)
        {
            await using var process = LoadProcess.Start(Database("killed.db"), arguments);
            await process.WaitForLinesAsync(_folder.At("journal"), kills * 10);
            await process.KillAsync();
        }

        var (exit, output) = await LoadProcess.RunAsync(Database("killed.db"), arguments);
        await LoadProcess.RunAsync(Database("whole.db"), file);

        Assert.True(exit == LoadExit.Loaded, output);
        Assert.Matches("[1-9][0-9,]* items were dealt with before", output);
        var killed = await StoredContent.ReadAsync(Database("killed.db"));
        Assert.Equal(Lines, killed.Count);
        Assert.Equal(await StoredContent.ReadAsync(Database("whole.db")), killed);
    }

    public void Dispose() => _folder.Dispose();

    private StorageOptions Database(string name) => new() { ConnectionString = $"Data Source={_folder.At(name)}" };
}
