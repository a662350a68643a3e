using FhirNaltrexone.Storage.Interactions.Bundles;
using static FhirNaltrexone.Storage.Tests.Interactions.Bundles.Entry;
using static FhirNaltrexone.Storage.Tests.Interactions.InteractionFixture;

namespace FhirNaltrexone.Storage.Tests.Interactions.Bundles;

public sealed class LinkTests : IDisposable
{
    private const string Uuid = "urn:uuid:8f14e45f-ceea-467f-a0e6-51e0aa1b1d0f";
    private const string Rest = "http://elsewhere.org/fhir/Patient/7";

    private readonly InteractionFixture _server = new();

    [Theory]
    [InlineData(Uuid, null, Uuid, "{0}")]
    [InlineData("urn:oid:1.2.3", null, "urn:oid:1.2.3", "{0}")]
    [InlineData(Rest, null, Rest, "{0}")]
    [InlineData(Rest, "http://elsewhere.org/fhir/Observation/1", "Patient/7", "{0}")]
    [InlineData(Rest, "http://another.org/fhir/Observation/1", "Patient/7", "Patient/7")]
    [InlineData(Rest, null, "Patient/7", "Patient/7")]
    [InlineData(Rest, "urn:uuid:00000000-0000-0000-0000-000000000001", "Patient/7", "Patient/7")]
    [InlineData(Rest, "http://elsewhere.org/fhir/Observation/1", "http://elsewhere.org/fhir/Patient/8", "http://elsewhere.org/fhir/Patient/8")]
    [InlineData(Uuid, null, Uuid + "#part", "{0}#part")]
    [InlineData(Rest, null, Rest + "/_history/3", "{0}/_history/1")]
    [InlineData(Rest, "http://elsewhere.org/fhir/Observation/1", "Patient/7/_history/3", "{0}/_history/1")]
    [InlineData(Uuid, null, "#contained", "#contained")]
    [InlineData(Uuid, null, "Patient/8", "Patient/8")]
    public async Task A_reference_leads_to_the_entry_with_its_fullUrl(string target, string? from, string reference, string expected)
    {
        var result = await _server.Execute(Transaction(Post(Observation(reference), from), Post(Patient("a"), target)));

        Assert.Null(result.Refusal);
        var key = result.Entries[1].Result.Resource!.Key.ToString();
        Assert.Equal(expected.Replace("{0}", key, StringComparison.Ordinal), Subject(result, 0));
    }

    [Fact]
    public async Task A_rewritten_reference_is_found_by_search()
    {
        var result = await _server.Execute(Transaction(Post(Observation(Uuid)), Post(Patient("a"), Uuid)));

        var patient = result.Entries[1].Result.Resource!.Key.Id;
        Assert.Equal([result.Entries[0].Result.Resource!.Key.Id], await _server.Search("Observation", $"subject=Patient/{patient}"));
    }

    [Fact]
    public async Task An_update_may_have_a_urn_as_fullUrl()
    {
        var result = await _server.Execute(Transaction(Post(Observation(Uuid)), Put("Patient/mine", Patient("a", id: "mine"), Uuid)));

        Assert.Equal("Patient/mine", Subject(result, 0));
    }

    [Fact]
    public async Task Entries_may_refer_to_one_another_in_a_circle()
    {
        const string Other = "urn:uuid:00000000-0000-0000-0000-000000000002";
        var result = await _server.Execute(Transaction(
            Post($$$"""{"resourceType":"Patient","link":[{"other":{"reference":"{{{Other}}}"},"type":"seealso"}]}""", Uuid),
            Post($$$"""{"resourceType":"Patient","link":[{"other":{"reference":"{{{Uuid}}}"},"type":"seealso"}]}""", Other)));

        Assert.Equal(
            [Key(result, 1), Key(result, 0)],
            result.Entries.Select(entry => Json(entry.Result).GetProperty("link")[0].GetProperty("other").GetProperty("reference").GetString()));
    }

    [Fact]
    public async Task A_versioned_reference_gets_the_new_version()
    {
        await _server.Put("Patient/7", Patient("a", id: "7"));

        var changed = await _server.Execute(Transaction(
            Post(Observation(Rest + "/_history/1")), Put("Patient/7", Patient("a", "female", "7"), Rest)));
        var unchanged = await _server.Execute(Transaction(
            Post(Observation(Rest + "/_history/1")), Put("Patient/7", Patient("a", "female", "7"), Rest)));

        Assert.Equal("Patient/7/_history/2", Subject(changed, 0));
        Assert.Equal("Patient/7/_history/2", Subject(unchanged, 0));
    }

    [Fact]
    public async Task Uris_urls_and_extensions_are_rewritten_and_canonicals_are_not()
    {
        var result = await _server.Execute(Transaction(
            Post(Patient("a"), Uuid),
            Post($$$"""{"resourceType":"Library","status":"draft","type":{"text":"x"},"url":"{{{Uuid}}}","relatedArtifact":[{"type":"documentation","url":"{{{Uuid}}}","resource":"{{{Uuid}}}"}],"content":[{"url":"{{{Uuid}}}","title":"{{{Uuid}}}"}],"extension":[{"url":"urn:x","valueReference":{"reference":"{{{Uuid}}}","type":"Patient"}},{"url":"urn:y","valueUri":"{{{Uuid}}}"},{"url":"urn:z","valueCanonical":"{{{Uuid}}}"},{"url":"urn:u","valueUuid":"{{{Uuid}}}"}],"_name":{"extension":[{"url":"urn:x","valueUrl":"{{{Uuid}}}"}]},"description":"{{{Uuid}}}"}""")));

        var key = Key(result, 0);
        var library = Json(result.Entries[1].Result);
        Assert.Equal(key, library.GetProperty("url").GetString());
        Assert.Equal(key, library.GetProperty("relatedArtifact")[0].GetProperty("url").GetString());
        Assert.Equal(Uuid, library.GetProperty("relatedArtifact")[0].GetProperty("resource").GetString());
        Assert.Equal(key, library.GetProperty("content")[0].GetProperty("url").GetString());
        Assert.Equal(Uuid, library.GetProperty("content")[0].GetProperty("title").GetString());
        Assert.Equal(key, library.GetProperty("extension")[0].GetProperty("valueReference").GetProperty("reference").GetString());
        Assert.Equal(key, library.GetProperty("extension")[1].GetProperty("valueUri").GetString());
        Assert.Equal(Uuid, library.GetProperty("extension")[2].GetProperty("valueCanonical").GetString());
        Assert.Equal(key, library.GetProperty("extension")[3].GetProperty("valueUuid").GetString());
        Assert.Equal(key, library.GetProperty("_name").GetProperty("extension")[0].GetProperty("valueUrl").GetString());
        Assert.Equal(Uuid, library.GetProperty("description").GetString());
    }

    [Theory]
    [InlineData("<a href=\\\"{0}\\\">x</a>", "<a href=\"{0}\">x</a>")]
    [InlineData("<img alt='y' src='{0}'/>", "<img alt='y' src='{0}'/>")]
    [InlineData("<a title=\\\"a > b\\\" href = \\\"{0}#z\\\">x</a><a href='http://other.org'>{0}</a>", "<a title=\"a > b\" href = \"{0}#z\">x</a><a href='http://other.org'>{1}</a>")]
    [InlineData("<p title='{0}'>{0}</p><abbr href='{0}'/>", "<p title='{1}'>{1}</p><abbr href='{1}'/>")]
    public async Task Links_of_the_narrative_are_rewritten(string narrative, string expected)
    {
        var json = $$$"""{"resourceType":"Basic","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">{{{narrative.Replace("{0}", Uuid, StringComparison.Ordinal)}}}</div>"},"code":{"text":"x"}}""";
        var reading = new Validation.Content.ContentReader(isStructureChecked: false).FromJson(
            System.Text.Encoding.UTF8.GetBytes(Transaction(Post(Patient("a"), Uuid), Post(json))));

        var result = await _server.Bundles.ExecuteAsync(reading.Content!, new(), TestContext.Current.CancellationToken);

        var div = Json(result.Entries[1].Result).GetProperty("text").GetProperty("div").GetString();
        var text = expected.Replace("{0}", Key(result, 0), StringComparison.Ordinal).Replace("{1}", Uuid, StringComparison.Ordinal);
        Assert.Equal($"<div xmlns=\"http://www.w3.org/1999/xhtml\">{text}</div>", div);
    }

    [Fact]
    public async Task Contained_resources_are_rewritten_too()
    {
        var result = await _server.Execute(Transaction(
            Post(Patient("a"), Uuid),
            Post($$$"""{"resourceType":"Basic","contained":[{"resourceType":"Provenance","id":"p","target":[{"reference":"{{{Uuid}}}"}],"recorded":"2024-01-01T00:00:00Z","agent":[{"who":{"reference":"#p"}}]}],"code":{"text":"x"},"extension":[{"url":"urn:x","valueReference":{"reference":"#p"}}]}""")));

        var contained = Json(result.Entries[1].Result).GetProperty("contained")[0];
        Assert.Equal(Key(result, 0), contained.GetProperty("target")[0].GetProperty("reference").GetString());
        Assert.Equal("#p", contained.GetProperty("agent")[0].GetProperty("who").GetProperty("reference").GetString());
    }

    [Fact]
    public async Task A_stored_bundle_keeps_its_own_links()
    {
        var stored = $$$"""{"resourceType":"Bundle","type":"transaction","entry":[{"fullUrl":"{{{Uuid}}}","resource":{{{Observation("Patient?identifier=a")}}},"request":{"method":"POST","url":"Observation"}}]}""";

        var result = await _server.Execute(Transaction(Post(Patient("a"), Uuid), Post(stored)));

        Assert.Null(result.Refusal);
        Assert.EndsWith(stored["{\"resourceType\":\"Bundle\"".Length..], Text(result.Entries[1].Result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_else_keeps_its_bytes()
    {
        const string Json = """{"resourceType":"Observation","status":"final","code":{"text":"\u0041\/"},"subject": { "reference" : "@" , "display":"x" },"valueQuantity":{"value":1.50}}""";

        var result = await _server.Execute(Transaction(Post(Patient("a"), Uuid), Post(Json.Replace("@", Uuid, StringComparison.Ordinal))));

        var rest = Json.Replace("@", Key(result, 0), StringComparison.Ordinal)["{\"resourceType\":\"Observation\"".Length..];
        Assert.EndsWith(rest, Text(result.Entries[1].Result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_urn_that_leads_nowhere_stays_and_is_told()
    {
        var result = await _server.Execute(Transaction(Post(Observation(Uuid))));

        Assert.Equal(Uuid, Subject(result, 0));
        Assert.Equal("Bundle.entry[0].resource", Assert.Single(result.Entries[0].Result.Issues).Expression);
    }

    public void Dispose() => _server.Dispose();

    private static string Key(BundleResult result, int entry) => result.Entries[entry].Result.Resource!.Key.ToString();

    private static string? Subject(BundleResult result, int entry)
        => Json(result.Entries[entry].Result).GetProperty("subject").GetProperty("reference").GetString();
}
