using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Terminology.Content;

/// <summary>Value sets that clients store, and those of R4, in searches and operations alike.</summary>
public sealed class StoredContentTests(SharedFhir shared) : IClassFixture<SharedFhir>
{
    private readonly FhirHttp _fhir = shared.WithOwn("OWN");

    [Fact]
    public async Task A_stored_value_set_is_used_at_once_and_forgotten_when_it_is_deleted()
    {
        await StoreAsync("owl", "bird");
        await StoreAsync("cod", "fish");

        Assert.Equal("", await FoundAsync("code:in=http://example.org/OWN", 400));
        await _fhir.StoreAsync(Set("bird"));
        Assert.Equal("OWNowl", await FoundAsync("code:in=http://example.org/OWN"));
        Assert.Equal("OWNowl", await FoundAsync("code:in=ValueSet/OWN"));
        Assert.Equal("OWNcod", await FoundAsync("code:not-in=http://example.org/OWN"));
        await _fhir.StoreAsync(Set("fish"));
        Assert.Equal("OWNcod", await FoundAsync("code:in=http://example.org/OWN"));
        using var deleted = await _fhir.SendAsync("DELETE", "/fhir/ValueSet/OWN", null);
        Assert.Equal("", await FoundAsync("code:in=http://example.org/OWN", 400));
    }

    [Fact]
    public async Task A_stored_hierarchy_leads_up_and_down()
    {
        await StoreAsync("owl", "owl");
        await StoreAsync("bird", "bird");
        await _fhir.StoreAsync("""{"resourceType":"CodeSystem","id":"OWN","url":"http://example.org/OWN/kinds","status":"active","content":"complete","concept":[{"code":"bird","concept":[{"code":"owl"}]}]}""");

        Assert.Equal("OWNbird OWNowl", await FoundAsync("code:below=http://example.org/OWN/kinds%7Cbird"));
        Assert.Equal("OWNbird", await FoundAsync("code:above=http://example.org/OWN/kinds%7Cbird"));
        Assert.Equal("OWNbird OWNowl", await FoundAsync("_filter=code%20ss%20http://example.org/OWN/kinds%7Cbird"));
    }

    [Fact]
    public async Task The_value_sets_of_R4_are_known_to_searches()
    {
        await _fhir.StoreAsync("""{"resourceType":"Encounter","id":"OWN","status":"planned","identifier":[{"value":"OWN"}],"class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"}}""");

        using var found = await _fhir.GetAsync("/fhir/Encounter?identifier=OWN&class:in=http://terminology.hl7.org/ValueSet/v3-ActEncounterCode");
        using var below = await _fhir.GetAsync("/fhir/Encounter?identifier=OWN&class:below=http://terminology.hl7.org/CodeSystem/v3-ActCode%7C_ActEncounterCode");

        Assert.Equal([_fhir.Own("OWN")], (await found.JsonAsync()).Ids());
        Assert.Equal([_fhir.Own("OWN")], (await below.JsonAsync()).Ids());
    }

    [Fact]
    public async Task A_transaction_that_fails_changes_no_terminology()
    {
        using var failed = await _fhir.PostAsync(
            "/fhir",
            $$$"""{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{{{Set("bird")}}},"request":{"method":"PUT","url":"ValueSet/OWN"}},{"request":{"method":"DELETE","url":"Basic?code=a"}},{"resource":{"resourceType":"Basic","id":"OWN","code":{"text":"x"}},"request":{"method":"PUT","url":"Basic/OWN","ifMatch":"W/\"7\""}}]}""");
        using var expanded = await _fhir.GetAsync("/fhir/ValueSet/$expand?url=http://example.org/OWN");

        Assert.False(failed.IsSuccessStatusCode);
        await expanded.IssueAsync(404);
    }

    [Fact]
    public async Task What_one_process_stores_the_other_uses_soon()
    {
        var database = Path.Combine(Path.GetTempPath(), "fhir-naltrexone-tests", Path.GetRandomFileName(), "shared.db");
        (string, string)[] settings = [("Storage:ConnectionString", $"Data Source={database}"), ("Terminology:PollMilliseconds", "100")];
        using var one = new FhirHttp(settings);
        await one.StoreAsync("""{"resourceType":"ValueSet","id":"early","url":"http://example.org/early","status":"active","compose":{"include":[{"system":"s","concept":[{"code":"a"}]}]}}""");
        using var other = new FhirHttp(settings);

        using var early = await other.GetAsync("/fhir/ValueSet/$expand?url=http://example.org/early");
        await one.StoreAsync("""{"resourceType":"ValueSet","id":"late","url":"http://example.org/late","status":"active","compose":{"include":[{"system":"s","concept":[{"code":"a"}]}]}}""");

        Assert.True(early.IsSuccessStatusCode);
        await ComesAsync(other, "/fhir/ValueSet/$expand?url=http://example.org/late");
    }

    private static Task ComesAsync(FhirHttp fhir, string path) => Until.TrueAsync(
        async () =>
        {
            using var response = await fhir.GetAsync(path);
            return response.IsSuccessStatusCode;
        },
        path);

    private static string Set(string code)
        => $$$"""{"resourceType":"ValueSet","id":"OWN","url":"http://example.org/OWN","status":"active","compose":{"include":[{"system":"http://example.org/OWN/kinds","concept":[{"code":"{{{code}}}"}]}]}}""";

    private async Task StoreAsync(string name, string code)
        => await _fhir.StoreAsync($$$"""{"resourceType":"Basic","id":"OWN{{{name}}}","identifier":[{"value":"OWN"}],"code":{"coding":[{"system":"http://example.org/OWN/kinds","code":"{{{code}}}"}]}}""");

    private async Task<string> FoundAsync(string query, int status = 200)
    {
        using var response = await _fhir.GetAsync($"/fhir/Basic?identifier=OWN&{query}");
        Assert.Equal(status, (int)response.StatusCode);
        return status == 200 ? string.Join(' ', (await response.JsonAsync()).Ids().Order(StringComparer.Ordinal).Select(id => id.Replace(_fhir.Own("OWN"), "OWN", StringComparison.Ordinal))) : "";
    }
}
