using static FhirNaltrexone.Storage.Tests.Interactions.Bundles.Entry;
using static FhirNaltrexone.Storage.Tests.Interactions.InteractionFixture;

namespace FhirNaltrexone.Storage.Tests.Interactions.Bundles;

public sealed class BatchTests : IDisposable
{
    private const string Uuid = "urn:uuid:8f14e45f-ceea-467f-a0e6-51e0aa1b1d0f";

    private readonly InteractionFixture _server = new();

    [Fact]
    public async Task One_entry_that_fails_leaves_the_others_alone()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));

        var result = await _server.Execute(Batch(
            Post(Patient("b")),
            Put("Patient/1", Patient("a", "female", "1"), ifMatch: "W/\"7\""),
            Put("Patient/2", Patient("a", id: "1")),
            Get("Patient/none"),
            Get("Nonsense/1"),
            Get("Patient/1"),
            Delete("Patient/1"),
            Put("Patient?identifier=c", Patient("c")),
            Delete("Patient?identifier=none"),
            Get("Patient?identifier=c"),
            Post(Patient("b"), ifNoneExist: "identifier=b")));

        Assert.Null(result.Refusal);
        Assert.False(result.IsTransaction);
        Assert.Equal([201, 412, 400, 404, 400, 200, 204, 201, 204, 200, 200], result.Entries.Select(entry => entry.Result.Status));
        Assert.Equal("Bundle.entry[1].resource", result.Entries[1].Result.Refusal!.Issues[0].Expression);
        Assert.Equal("Bundle.entry[4].request.url", result.Entries[4].Result.Refusal!.Issues[0].Expression);
        Assert.Single(result.Entries[9].Found!.Matches);
    }

    [Fact]
    public async Task Entries_must_not_refer_to_what_others_create()
    {
        var result = await _server.Execute(Batch(
            Post(Patient("a"), Uuid),
            Post(Observation(Uuid)),
            Post(Patient("b"), "http://elsewhere.org/fhir/Patient/7"),
            Post(Observation("Patient/7"), "http://elsewhere.org/fhir/Observation/7"),
            Post(Observation("Patient/7"))));

        Assert.Equal([201, 400, 201, 400, 201], result.Entries.Select(entry => entry.Result.Status));
    }

    [Fact]
    public async Task The_same_resource_may_be_changed_by_several_entries()
    {
        var result = await _server.Execute(Batch(
            Put("Patient/1", Patient("a", id: "1")), Put("Patient/1", Patient("a", "female", "1")), Delete("Patient/1"), Put("Patient/1", Patient("a", id: "1"))));

        Assert.Equal([201, 200, 204, 201], result.Entries.Select(entry => entry.Result.Status));
        Assert.Equal(4, await _server.VersionsOf("Patient/1"));
    }

    [Fact]
    public async Task Patches_are_entries_too()
    {
        await _server.Put("Patient/1", Patient("a", id: "1"));
        var json = Convert.ToBase64String("""[{"op":"replace","path":"/gender","value":"other"}]"""u8);
        var patch = $$"""{"resourceType":"Binary","contentType":"application/json-patch+json","data":"{{json}}"}""";

        var result = await _server.Execute(Batch(
            Of("PATCH", "Patient/1", patch, null, null),
            Of("PATCH", "Patient?identifier=a", patch, null, null),
            Of("PATCH", "Patient/1", patch.Replace("json-patch+json", "json", StringComparison.Ordinal), null, null)));

        Assert.Equal([200, 200, 400], result.Entries.Select(entry => entry.Result.Status));
        Assert.Equal("other", Json(result.Entries[0].Result).GetProperty("gender").GetString());
        Assert.Equal(2, await _server.VersionsOf("Patient/1"));
    }

    public void Dispose() => _server.Dispose();
}
