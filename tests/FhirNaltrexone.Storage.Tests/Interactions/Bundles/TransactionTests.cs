using FhirNaltrexone.Storage.Interactions.Bundles;
using static FhirNaltrexone.Storage.Tests.Interactions.Bundles.Entry;
using static FhirNaltrexone.Storage.Tests.Interactions.InteractionFixture;

namespace FhirNaltrexone.Storage.Tests.Interactions.Bundles;

public sealed class TransactionTests : IDisposable
{
    private const string DeletePhoto =
        """{"resourceType":"Parameters","parameter":[{"name":"operation","part":[{"name":"type","valueCode":"delete"},{"name":"path","valueString":"Patient.photo"}]}]}""";

    private readonly InteractionFixture _server = new();

    [Fact]
    public async Task An_empty_bundle_is_no_error()
    {
        var result = await _server.Execute(Transaction());

        Assert.Null(result.Refusal);
        Assert.Empty(result.Entries);
        Assert.True(result.IsTransaction);
    }

    [Theory]
    [InlineData("""{"resourceType":"Bundle","type":"collection"}""")]
    [InlineData("""{"resourceType":"Patient","active":true}""")]
    public async Task Only_batches_and_transactions_are_processed(string json)
        => Assert.Equal(400, (await _server.Execute(json)).Refusal?.Status);

    [Fact]
    public async Task Answers_come_in_the_order_of_the_request()
    {
        await _server.Put("Patient/old", Patient("o", id: "old"));
        await _server.Put("Patient/gone", Patient("g", id: "gone"));

        var result = await _server.Execute(Transaction(
            Get("Patient/new"), Put("Patient/new", Patient("n", id: "new")), Post(Patient("p")), Put("Patient/old", Patient("o", "female", "old")), Delete("Patient/gone")));

        Assert.Equal([200, 201, 201, 200, 204], Statuses(result));
        Assert.Equal("new", result.Entries[0].Result.Resource!.Key.Id);
    }

    [Fact]
    public async Task Reads_see_what_the_bundle_writes_and_deletes()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));
        await _server.Put("Patient/2", Patient("b", id: "2"));

        var result = await _server.Execute(Transaction(
            Get("Patient?identifier=a"), Get("Patient/1/_history"), Get("Patient/1/_history/1"), Put("Patient/1", Patient("a", "female", "1")), Delete("Patient/2"), Get("Patient?identifier=b"),
            Get("Patient/_history?_count=1"), Of("HEAD", "Patient/1", null, null, null)));

        Assert.Null(result.Refusal);
        Assert.Equal([2], result.Entries[0].Found!.Matches.Select(match => match.Version));
        Assert.Equal([2, 1], result.Entries[1].Versions!.Versions.Select(version => version.Version));
        Assert.Equal(1, result.Entries[2].Result.Resource!.Version);
        Assert.Empty(result.Entries[5].Found!.Matches);
        Assert.NotNull(result.Entries[6].Versions!.Next);
        Assert.Equal(2, result.Entries[7].Result.Resource!.Version);
    }

    [Fact]
    public async Task A_search_by_form_is_answered_too()
    {
        var form = """{"resourceType":"Parameters","parameter":[{"name":"identifier","valueString":"urn:s|a"}]}""";

        var result = await _server.Execute(Transaction(
            Of("POST", "Patient/_search?gender=male", form, null, null), Post(Patient("a")), Post(Patient("a", "female")), Of("POST", "_search?_type=Patient", null, null, null)));

        Assert.Single(result.Entries[0].Found!.Matches);
        Assert.Equal(2, result.Entries[3].Found!.Matches.Count);
    }

    [Fact]
    public async Task Compartments_are_searched()
    {
        var result = await _server.Execute(Transaction(
            Get("Patient/1/Observation"), Get("Patient/1/*"), Put("Patient/1", Patient("a", id: "1")), Post(Observation("Patient/1")), Post(Observation("Patient/2"))));

        Assert.Single(result.Entries[0].Found!.Matches);
        Assert.Equal(2, result.Entries[1].Found!.Matches.Count);
    }

    [Theory]
    [InlineData("GET", "Patient/none", 404)]
    [InlineData("GET", "Patient/none/_history", 404)]
    [InlineData("GET", "Patient/1/_history/9", 404)]
    [InlineData("GET", "Patient?gender:exact=male", 400)]
    [InlineData("GET", "Patient?birthdate=tomorrow", 400)]
    [InlineData("GET", "Patient/_history?_since=x", 400)]
    [InlineData("GET", "metadata", 400)]
    [InlineData("POST", "$op", 400)]
    public async Task A_read_that_fails_undoes_the_changes(string method, string url, int status)
    {
        var result = await _server.Execute(Transaction(Put("Patient/1", Patient("a", id: "1")), Of(method, url, null, null, null)));

        Assert.Equal(status, result.Refusal?.Status);
        Assert.Equal("Bundle.entry[1].request.url", result.Refusal!.Issues[0].Expression);
        Assert.Equal(0, await _server.AllVersions());
    }

    [Fact]
    public async Task What_the_client_has_already_is_not_sent_again()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));

        var result = await _server.Execute(Transaction(
            Of("GET", "Patient/1", null, null, """
                "ifNoneMatch":"W/\"1\""
                """),
            Of("GET", "Patient/1", null, null, """
                "ifModifiedSince":"2030-01-01T00:00:00Z"
                """)));

        Assert.Equal([304, 304], Statuses(result));
    }

    [Fact]
    public async Task Operations_are_carried_out_after_the_changes_by_who_knows_them()
    {
        var context = new BundleContext
        {
            Handler = async (reader, entry, token) => new()
            {
                Entry = entry,
                Result = FhirNaltrexone.Storage.Interactions.InteractionResult.Done((await reader.ReadAsync(Key("Patient/1"), token)) is null ? 404 : 200),
                Body = System.Text.Encoding.UTF8.GetBytes(entry.Url.Operation!),
            },
        };

        var result = await _server.Execute(
            Transaction(Of("POST", "Patient/1/$meta", null, null, null), Put("Patient/1", Patient("a", id: "1"))), context);

        Assert.Equal([200, 201], Statuses(result));
        Assert.Equal("meta"u8.ToArray(), result.Entries[0].Body.ToArray());
    }

    [Theory]
    [InlineData("""{"request":{"method":"DELETE","url":"Patient/1/Observation/2/3/4"}}""", "request.url")]
    [InlineData("""{"request":{"method":"DELETE","url":"Nonsense/1"}}""", "request.url")]
    [InlineData("""{"request":{"method":"DELETE","url":"Patient/a_b"}}""", "request.url")]
    [InlineData("""{"request":{"method":"DELETE","url":"http://elsewhere.org/fhir/Patient/1"}}""", "request.url")]
    [InlineData("""{"request":{"method":"DELETE","url":"Patient"}}""", "request.method")]
    [InlineData("""{"request":{"method":"DELETE","url":"Patient/1/_history/1"}}""", "request.method")]
    [InlineData("""{"request":{"method":"PUT","url":"Patient/1"}}""", "resource")]
    [InlineData("""{"request":{"method":"POST","url":"Patient"}}""", "resource")]
    [InlineData("""{"resource":{"resourceType":"Patient","id":"1"},"request":{"method":"POST","url":"Patient/1"}}""", "request.method")]
    [InlineData("""{"resource":{"resourceType":"Patient"},"request":{"method":"PUT","url":"Patient/1"}}""", "resource.id")]
    [InlineData("""{"resource":{"resourceType":"Patient","id":"2"},"request":{"method":"PUT","url":"Patient/1"}}""", "resource.id")]
    [InlineData("""{"resource":{"resourceType":"Person"},"request":{"method":"POST","url":"Patient"}}""", "resource")]
    [InlineData("""{"resource":{"resourceType":"Person"},"request":{"method":"PATCH","url":"Patient/1"}}""", "resource")]
    [InlineData("""{"resource":{"resourceType":"Bundle","type":"batch"},"request":{"method":"POST","url":""}}""", "request.url")]
    [InlineData("""{"resource":{"resourceType":"Patient","meta":{"tag":[{"code":"SUBSETTED"}]}},"request":{"method":"POST","url":"Patient"}}""", "resource")]
    [InlineData("""{"request":{"method":"DELETE","url":"Patient?"}}""", "request.url")]
    [InlineData("""{"request":{"method":"DELETE","url":"Patient?nonsense=1"}}""", "request.url")]
    public async Task An_entry_that_makes_no_sense_is_named_and_nothing_is_stored(string entry, string part)
    {
        await _server.Put("Patient/1", """{"resourceType":"Patient","id":"1"}""");

        var result = await Unchecked(Transaction(Post(Patient("a")), entry));

        Assert.True(result.Refusal?.Status is 400 or 422);
        Assert.Equal($"Bundle.entry[1].{part}", result.Refusal!.Issues[0].Expression);
        Assert.Equal(1, await _server.AllVersions());
    }

    [Theory]
    [InlineData("/Patient/1")]
    [InlineData("Patient/1")]
    [InlineData("http://example.org/fhir/Patient/1")]
    [InlineData("Patient/1?_format=json")]
    public async Task Urls_are_relative_to_the_base(string url)
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));

        Assert.Equal([200], Statuses(await _server.Execute(Transaction(Get(url)))));
    }

    [Fact]
    public async Task ifMatch_is_honoured()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));

        var stale = await _server.Execute(Transaction(Post(Patient("b")), Put("Patient/1", Patient("a", "female", "1"), ifMatch: "W/\"7\"")));
        var fresh = await _server.Execute(Transaction(Put("Patient/1", Patient("a", "female", "1"), ifMatch: "W/\"1\"")));

        Assert.Equal(412, stale.Refusal?.Status);
        Assert.Equal("Bundle.entry[1].request.ifMatch", stale.Refusal!.Issues[0].Expression);
        Assert.Equal([200], Statuses(fresh));
        Assert.Equal(2, await _server.AllVersions());
    }

    [Fact]
    public async Task ifNoneMatch_star_only_creates()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));

        var result = await _server.Execute(Transaction(Of("PUT", "Patient/1", Patient("a", "female", "1"), null, """
            "ifNoneMatch":"*"
            """)));

        Assert.Equal(412, result.Refusal?.Status);
        Assert.Equal("Bundle.entry[0].request.ifNoneMatch", result.Refusal!.Issues[0].Expression);
    }

    [Fact]
    public async Task The_same_resource_twice_is_refused()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));
        string[][] bundles =
        [
            [Put("Patient/1", Patient("a", id: "1")), Delete("Patient/1")],
            [Put("Patient/1", Patient("a", id: "1")), Put("Patient/1", Patient("b", id: "1"))],
            [Delete("Patient/1"), Delete("Patient/1")],
            [Delete("Patient/1"), Delete("Patient?identifier=a")],
            [Put("Patient?identifier=a", Patient("a", "female")), Put("Patient/1", Patient("a", id: "1"))],
            [Delete("Patient/1"), Post(Patient("a"), ifNoneExist: "identifier=a")],
            [Put("Patient/1", Patient("a", id: "1")), Of("PATCH", "Patient/1", DeletePhoto, null, null)],
        ];
        foreach (var bundle in bundles)
        {
            var result = await _server.Execute(Transaction(bundle));

            Assert.Equal(400, result.Refusal?.Status);
            Assert.StartsWith("Bundle.entry[1].request", result.Refusal!.Issues[0].Expression, StringComparison.Ordinal);
        }

        Assert.Equal(1, await _server.AllVersions());
    }

    [Fact]
    public async Task The_same_fullUrl_twice_is_refused()
    {
        var result = await _server.Execute(Transaction(Post(Patient("a"), "urn:uuid:11111111-1111-1111-1111-111111111111"), Post(Patient("b"), "urn:uuid:11111111-1111-1111-1111-111111111111")));

        Assert.Equal(400, result.Refusal?.Status);
        Assert.Equal("Bundle.entry[1].fullUrl", result.Refusal!.Issues[0].Expression);
    }

    [Fact]
    public async Task An_id_in_a_created_resource_means_nothing()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));

        var result = await _server.Execute(Transaction(Post(Patient("b", id: "1")), Post(Observation("Patient/1"))));

        Assert.NotEqual("1", result.Entries[0].Result.Resource!.Key.Id);
        Assert.Equal("Patient/1", Json(result.Entries[1].Result).GetProperty("subject").GetProperty("reference").GetString());
    }

    [Fact]
    public async Task Patches_are_entries_too()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));
        await _server.Put("Patient/2", Patient("b", id: "2"));
        var json = Convert.ToBase64String("""[{"op":"replace","path":"/gender","value":"other"}]"""u8);

        var result = await _server.Execute(Transaction(
            Of("PATCH", "Patient/1", """{"resourceType":"Parameters","parameter":[{"name":"operation","part":[{"name":"type","valueCode":"add"},{"name":"path","valueString":"Patient"},{"name":"name","valueString":"generalPractitioner"},{"name":"value","valueReference":{"reference":"urn:uuid:22222222-2222-2222-2222-222222222222"}}]}]}""", null, null),
            Of("PATCH", "Patient?identifier=b", $$"""{"resourceType":"Binary","contentType":"application/json-patch+json","data":"{{json}}"}""", null, null),
            Post("""{"resourceType":"Practitioner","active":true}""", "urn:uuid:22222222-2222-2222-2222-222222222222")));

        Assert.Equal([200, 200, 201], Statuses(result));
        Assert.Equal(
            result.Entries[2].Result.Resource!.Key.ToString(),
            Json(result.Entries[0].Result).GetProperty("generalPractitioner")[0].GetProperty("reference").GetString());
        Assert.Equal("other", Json(result.Entries[1].Result).GetProperty("gender").GetString());
    }

    [Theory]
    [InlineData("Patient/none", 404)]
    [InlineData("Patient?identifier=none", 404)]
    [InlineData("Patient?identifier=a", 412)]
    public async Task A_patch_needs_one_resource(string url, int status)
    {
        await _server.Create(Patient("a"));
        await _server.Create(Patient("a"));

        var result = await _server.Execute(Transaction(Post(Patient("b")), Of("PATCH", url, DeletePhoto, null, null)));

        Assert.Equal(status, result.Refusal?.Status);
        Assert.Equal("Bundle.entry[1].request.url", result.Refusal!.Issues[0].Expression);
        Assert.Equal(2, await _server.AllVersions());
    }

    [Fact]
    public async Task A_patch_that_does_not_fit_undoes_everything()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));
        var json = Convert.ToBase64String("""[{"op":"remove","path":"/name"}]"""u8);

        var result = await _server.Execute(Transaction(
            Post(Patient("b")), Of("PATCH", "Patient/1", $$"""{"resourceType":"Binary","contentType":"application/json-patch+json","data":"{{json}}"}""", null, null)));

        Assert.Equal(422, result.Refusal?.Status);
        Assert.Equal("Bundle.entry[1].resource", result.Refusal!.Issues[0].Expression);
        Assert.Equal(1, await _server.AllVersions());
    }

    [Fact]
    public async Task What_is_there_already_gets_no_version()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));

        var result = await _server.Execute(Transaction(Put("Patient/1", Patient("a", id: "1")), Delete("Patient/none")));

        Assert.Equal([200, 204], Statuses(result));
        Assert.Equal(1, await _server.AllVersions());
    }

    [Fact]
    public async Task Limits_are_kept()
    {
        _server.Options.MaxEntries = 2;
        Assert.Equal(413, (await _server.Execute(Transaction(Get("Patient/1"), Get("Patient/1"), Get("Patient/1")))).Refusal?.Status);
        _server.Options.MaxIndexRows = 3;
        Assert.Equal(413, (await _server.Execute(Transaction(Post(Patient("a")), Post(Patient("b"))))).Refusal?.Status);
        Assert.Equal(0, await _server.AllVersions());
    }

    [Fact]
    public async Task A_bundle_that_takes_too_long_is_given_up()
    {
        var context = new BundleContext
        {
            Handler = async (_, _, token) =>
            {
                _server.Clock.Advance(TimeSpan.FromSeconds(61));
                await Task.Delay(Timeout.Infinite, token);
                throw new InvalidOperationException();
            },
        };

        var result = await _server.Execute(Transaction(Post(Patient("a")), Of("POST", "$slow", null, null, null)), context);

        Assert.Equal(503, result.Refusal?.Status);
        Assert.Equal(0, await _server.AllVersions());
    }

    public void Dispose() => _server.Dispose();

    private static IEnumerable<int> Statuses(BundleResult result)
    {
        Assert.Null(result.Refusal);
        return result.Entries.Select(entry => entry.Result.Status);
    }

    // Past the check of structure, which would refuse some of these before.
    private Task<BundleResult> Unchecked(string bundle)
    {
        var reading = new Validation.Content.ContentReader(isStructureChecked: false).FromJson(System.Text.Encoding.UTF8.GetBytes(bundle.Replace("\"url\":\"\"", "\"url\":\"/\"", StringComparison.Ordinal)));
        return _server.Bundles.ExecuteAsync(reading.Content!, new() { Bases = ["http://example.org/fhir"] }, TestContext.Current.CancellationToken);
    }
}
