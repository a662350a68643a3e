using FhirNaltrexone.Server.Inputs;
using FhirNaltrexone.Server.Loading;

namespace FhirNaltrexone.Server.Tests.Loading;

/// <summary>Each kind of input, what is refused, and going on after an interruption.</summary>
public sealed class LoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LoadFixture _server = new();

    [Theory]
    [InlineData("a.json", """{"resourceType":"Patient","id":"a"}""")]
    [InlineData("a.json", "\uFEFF  {\"resourceType\":\"Patient\",\"id\":\"a\"}")]
    [InlineData("a.xml", """<?xml version="1.0"?><Patient xmlns="http://hl7.org/fhir"><id value="a"/></Patient>""")]
    [InlineData("a.ndjson", "{\"resourceType\":\"Patient\",\"id\":\"a\"}\n")]
    [InlineData("a.ndjson", "\r\n{\"resourceType\":\"Patient\",\"id\":\"a\"}\r\n\r\n")]
    [InlineData("no-extension", """{"resourceType":"Patient","id":"a"}""")]
    [InlineData("collection.json", """{"entry":[{"resource":{"resourceType":"Patient","id":"a"}}],"type":"collection","resourceType":"Bundle"}""")]
    [InlineData("searchset.json", """{"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"Patient","id":"a"}}]}""")]
    [InlineData("collection.ndjson", """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"a"}}]}""")]
    [InlineData("a.xml", """<Bundle xmlns="http://hl7.org/fhir"><type value="collection"/><entry><resource><Patient><id value="a"/></Patient></resource></entry></Bundle>""")]
    public async Task A_resource_is_loaded_from(string name, string content)
    {
        var summary = await _server.LoadAsync(_folder.Write(name, content));

        Assert.Equal(["Patient/a"], await _server.StoredAsync());
        Assert.Equal((1, 0, LoadExit.Loaded), (summary.StoredCount, summary.RefusedCount, summary.ExitCode));
    }

    [Fact]
    public async Task Compressed_lines_are_loaded()
    {
        await _server.LoadAsync(_folder.WriteGzip("a.ndjson.gz", Patients("a", "b")));

        Assert.Equal(["Patient/a", "Patient/b"], await _server.StoredAsync());
    }

    [Fact]
    public async Task A_folder_is_loaded_with_its_folders_and_what_is_no_resource_is_left_out()
    {
        _folder.Write("in/b.json", Patient("b"));
        _folder.Write("in/deep/a.ndjson", Patients("a"));
        _folder.Write("in/readme.txt", "not FHIR");

        var summary = await _server.LoadAsync(_folder.At("in"));

        Assert.Equal(["Patient/a", "Patient/b"], await _server.StoredAsync());
        Assert.Equal(LoadExit.Loaded, summary.ExitCode);
    }

    [Fact]
    public async Task A_package_is_loaded_without_its_description_and_examples()
    {
        var package = _folder.WritePackage(
            "p.tgz",
            ("package/package.json", """{"name":"p"}"""),
            ("package/.index.json", "{}"),
            ("package/Patient-a.json", Patient("a")),
            ("package/lines.ndjson", Patients("b", "c")),
            ("package/example/Patient-x.json", Patient("x")));

        var summary = await _server.LoadAsync(package);

        Assert.Equal(["Patient/a", "Patient/b", "Patient/c"], await _server.StoredAsync());
        Assert.Equal(LoadExit.Loaded, summary.ExitCode);
    }

    [Fact]
    public async Task The_examples_of_a_package_are_loaded_when_asked_for()
    {
        var package = _folder.WritePackage("p.tgz", ("package/example/Patient-x.json", Patient("x")));

        await _server.LoadAsync(new LoadSettings { Paths = [package], Limits = new InputLimits { TakesExamples = true } });

        Assert.Equal(["Patient/x"], await _server.StoredAsync());
    }

    [Fact]
    public async Task References_may_lead_to_what_comes_later_or_never()
    {
        var file = _folder.Write("a.ndjson", """
            {"resourceType":"Person","id":"p","link":[{"target":{"reference":"Patient/later"}},{"target":{"reference":"Patient/never"}}]}
            {"resourceType":"Patient","id":"later"}
            """);

        Assert.Equal(LoadExit.Loaded, (await _server.LoadAsync(file)).ExitCode);
    }

    [Fact]
    public async Task Of_two_versions_in_one_file_the_later_one_is_current()
    {
        var file = _folder.Write("a.ndjson", "{\"resourceType\":\"Patient\",\"id\":\"a\",\"active\":true}\n{\"resourceType\":\"Patient\",\"id\":\"a\",\"active\":false}\n");

        var summary = await _server.LoadAsync(file);

        var newest = (await _server.HistoryAsync()).MaxBy(version => version.Version)!;
        Assert.Equal(2, newest.Version);
        Assert.Contains("\"active\":false", System.Text.Encoding.UTF8.GetString(newest.Json.Span), StringComparison.Ordinal);
        Assert.Equal((1, 1), (summary.Types["Patient"].New, summary.Types["Patient"].Changed));
    }

    [Fact]
    public async Task Loading_twice_makes_no_new_version()
    {
        var file = _folder.Write("a.ndjson", Patients("a", "b"));
        await _server.LoadAsync(file);

        var again = await _server.LoadAsync(file);

        Assert.Equal(2, again.Types["Patient"].Unchanged);
        Assert.Equal(2, (await _server.HistoryAsync()).Count);
    }

    [Fact]
    public async Task What_is_refused_is_told_with_place_and_reason_and_the_rest_is_loaded()
    {
        var file = _folder.Write("a.ndjson", Patients("a") + "{\"resourceType\":\"Patient\",\"id\":\"b\",\"gender\":\"secret-value\"}\nnonsense\n{\"resourceType\":\"Patient\",\"active\":true}\n" + Patients("c"));

        var summary = await _server.LoadAsync(file);

        Assert.Equal(["Patient/a", "Patient/c"], await _server.StoredAsync());
        Assert.Equal((3, LoadExit.Refused), (summary.RefusedCount, summary.ExitCode));
        Assert.Equal([$"{file}:2", $"{file}:3", $"{file}:4"], summary.Refused.Select(line => line[..(file.Length + 2)]));
        Assert.DoesNotContain("secret-value", string.Join('\n', summary.Refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_refused_is_told_by_its_path()
    {
        var file = _folder.Write("c.json", """
            {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"a"}},{"resource":{"resourceType":"Nonsense"}},{"fullUrl":"urn:x"}]}
            """);

        var summary = await _server.LoadAsync(file);

        Assert.Equal(2, summary.RefusedCount);
        Assert.StartsWith($"{file} Bundle.entry[1]:", summary.Refused[0], StringComparison.Ordinal);
        Assert.StartsWith($"{file} Bundle.entry[2]:", summary.Refused[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_leave_to_go_on_the_first_refusal_ends_the_run()
    {
        var file = _folder.Write("a.ndjson", Patients("a") + "nonsense\n" + Patients("c"));

        var summary = await _server.LoadAsync(new LoadSettings { Paths = [file] });

        Assert.Equal(["Patient/a"], await _server.StoredAsync());
        Assert.Equal(LoadExit.Refused, summary.ExitCode);
        Assert.NotNull(summary.Stopped);
    }

    [Theory]
    [InlineData("transaction")]
    [InlineData("batch")]
    public async Task A_batch_or_transaction_is_carried_out_with_ids_that_follow_from_it(string type)
    {
        var file = _folder.Write("t.json", $$$"""
            {"resourceType":"Bundle","type":"{{{type}}}","entry":[
              {"fullUrl":"urn:uuid:0f0e0d0c-0000-4000-8000-000000000001","resource":{"resourceType":"Patient","active":true},"request":{"method":"POST","url":"Patient"}},
              {"resource":{"resourceType":"Patient","active":true},"request":{"method":"POST","url":"Patient","ifNoneExist":"identifier=1"}},
              {"request":{"method":"DELETE","url":"Patient/x"}}]}
            """);

        await _server.LoadAsync(file);
        await _server.LoadAsync(file);

        var requests = _server.Bundles.Select(bundle => bundle.Root.GetProperty("entry").EnumerateArray().Select(entry
            => $"{entry.GetProperty("request").GetProperty("method")} {entry.GetProperty("request").GetProperty("url")}").ToList()).ToList();
        Assert.Matches("^PUT Patient/[0-9a-f]{32}$", requests[0][0]);
        Assert.Equal(["POST Patient", "DELETE Patient/x"], requests[0].Skip(1));
        Assert.Equal(requests[0], requests[1]);
        Assert.Equal(requests[0][0], $"PUT Patient/{_server.Bundles[0].Root.GetProperty("entry")[0].GetProperty("resource").GetProperty("id")}");
    }

    [Fact]
    public async Task A_history_cannot_be_loaded()
    {
        var file = _folder.Write("h.json", """{"resourceType":"Bundle","type":"history"}""");

        Assert.Contains("type history", (await _server.LoadAsync(file)).Refused[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collection_larger_than_what_fits_into_memory_is_streamed()
    {
        var entries = string.Join(',', Enumerable.Range(0, 3_000).Select(number => $"{{\"resource\":{Patient($"p{number}")}}}"));
        var file = _folder.Write("big.json", $$$"""{"resourceType":"Bundle","type":"collection","entry":[{{{entries}}}],"link":[{"relation":"self","url":"x"}]}""");

        var summary = await _server.LoadAsync(new LoadSettings { Paths = [file], Limits = new InputLimits { ItemBytes = 1_000 } });

        Assert.Equal((3_000, LoadExit.Loaded), (summary.StoredCount, summary.ExitCode));
    }

    [Theory]
    [InlineData("big.json")]
    [InlineData("big.ndjson")]
    public async Task What_is_too_large_is_refused_and_the_rest_loaded(string name)
    {
        var big = $$$"""{"resourceType":"Patient","id":"big","name":[{"text":"{{{new string('x', 150_000)}}}"}]}""";
        var file = _folder.Write(name, name.EndsWith(".ndjson", StringComparison.Ordinal)
            ? big + "\n" + Patients("a")
            : $$$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{{big}}} },{"resource":{{{Patient("a")}}} }]}""");

        var summary = await _server.LoadAsync(new LoadSettings { Paths = [file], ContinuesOnError = true, Limits = new InputLimits { ItemBytes = 100_000 } });

        Assert.Equal(["Patient/a"], await _server.StoredAsync());
        Assert.Equal(1, summary.RefusedCount);
    }

    [Fact]
    public async Task A_path_that_leads_nowhere_is_unusable()
        => Assert.Equal(LoadExit.Unusable, (await _server.LoadAsync(_folder.At("nothing"))).ExitCode);

    [Fact]
    public async Task A_damaged_archive_is_unusable_and_what_came_before_is_loaded()
    {
        var whole = File.ReadAllBytes(_folder.WriteGzip("a.ndjson.gz", string.Concat(Enumerable.Range(0, 5_000).Select(number => Patients($"p{number:0000}")))));
        var file = _folder.Write("cut.ndjson.gz", whole[..(whole.Length / 2)]);

        var summary = await _server.LoadAsync(file, _folder.Write("z.json", Patient("z")));

        Assert.Equal(LoadExit.Unusable, summary.ExitCode);
        Assert.InRange(summary.StoredCount, 2, 4_999);
        Assert.Contains("Patient/z", await _server.StoredAsync());
    }

    [Fact]
    public async Task A_file_of_several_compressed_parts_is_read_to_its_end()
    {
        var one = File.ReadAllBytes(_folder.WriteGzip("1.gz", Patients("a", "b")));
        var two = File.ReadAllBytes(_folder.WriteGzip("2.gz", Patients("c")));

        var summary = await _server.LoadAsync(_folder.Write("both.ndjson.gz", [.. one, .. two]));

        Assert.Equal((3, LoadExit.Loaded), (summary.StoredCount, summary.ExitCode));
    }

    [Fact]
    public async Task A_run_goes_on_where_the_journal_says()
    {
        var file = _folder.Write("a.ndjson", Patients("a", "b") + "nonsense\n" + Patients("c", "d"));
        var settings = new LoadSettings { Paths = [file], ResumeFile = _folder.At("journal") };

        var first = await _server.LoadAsync(settings);
        var second = await _server.LoadAsync(settings);
        var third = await _server.LoadAsync(settings);

        Assert.Equal((2, 1), (first.StoredCount, first.RefusedCount));
        Assert.Equal((2, 0, 3, 1), (second.StoredCount, second.RefusedCount, second.DoneBefore, second.RefusedBefore));
        Assert.Equal((0, 5, LoadExit.Refused), (third.StoredCount, third.DoneBefore, third.ExitCode));
    }

    [Fact]
    public async Task A_torn_line_of_the_journal_is_passed_over()
    {
        var file = _folder.Write("a.ndjson", Patients("a", "b"));
        var settings = new LoadSettings { Paths = [file], ResumeFile = _folder.At("journal") };
        await _server.LoadAsync(settings);
        File.AppendAllText(settings.ResumeFile!, "{\"File\":\"");

        var second = await _server.LoadAsync(settings);
        var third = await _server.LoadAsync(settings);

        Assert.Equal((0, 2), (second.StoredCount, second.DoneBefore));
        Assert.Equal((0, 2), (third.StoredCount, third.DoneBefore));
    }

    [Fact]
    public async Task A_file_that_changed_is_loaded_anew()
    {
        var file = _folder.Write("a.ndjson", Patients("a"));
        var settings = new LoadSettings { Paths = [file], ResumeFile = _folder.At("journal") };
        await _server.LoadAsync(settings);
        _folder.Write("a.ndjson", Patients("b", "c"));

        Assert.Equal(2, (await _server.LoadAsync(settings)).StoredCount);
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private static string Patient(string id) => $$"""{"resourceType":"Patient","id":"{{id}}"}""";

    private static string Patients(params string[] ids) => string.Concat(ids.Select(id => Patient(id) + "\n"));
}
