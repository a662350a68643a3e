namespace FhirNaltrexone.Server.Tests.Rest;

/// <summary>Searches over HTTP: forms, links, summaries, strictness (what matches is proved with the store).</summary>
public sealed class SearchTests : IDisposable
{
    private readonly FhirHttp _fhir = new();

    [Theory]
    [InlineData("MedicationAdministration?route=http://snomed.info/sct|78421000", "left")]
    [InlineData("MedicationAdministration?site=http://snomed.info/sct|723979003", "left")]
    [InlineData("Observation?interpretation=H", "high")]
    public async Task Our_own_search_parameters_find_route_site_and_marked_results(string query, string id)
    {
        await _fhir.StoreAsync("""
            {"resourceType":"MedicationAdministration","id":"left","status":"completed","medicationCodeableConcept":{"text":"naltrexone"},"subject":{"reference":"Patient/p"},
             "effectiveDateTime":"2026-11-01","dosage":{"site":{"coding":[{"system":"http://snomed.info/sct","code":"723979003"}]},
             "route":{"coding":[{"system":"http://snomed.info/sct","code":"78421000"}]}}}
            """);
        await _fhir.StoreAsync("""
            {"resourceType":"Observation","id":"high","status":"final","code":{"text":"ALT"},"interpretation":[{"coding":[
             {"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation","code":"H"}]}]}
            """);
        await _fhir.StoreAsync("""{"resourceType":"Observation","id":"plain","status":"final","code":{"text":"ALT"}}""");

        using var found = await _fhir.GetAsync($"/fhir/{query}");
        using var metadata = await _fhir.GetAsync("/fhir/metadata");

        Assert.Equal([id], (await found.JsonAsync()).Ids());
        Assert.Contains("https://fhirnaltrexone.example.org/fhir/SearchParameter/injection-site", (await metadata.JsonAsync()).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_one_another_by_links_until_everything_has_been_seen_once()
    {
        for (var number = 0; number < 5; number++) await _fhir.StoreAsync($$"""{"resourceType":"Patient","id":"p{{number}}","active":true}""");
        var seen = new List<string>();
        var url = "/fhir/Patient?active=true&_count=2&_total=accurate";

        while (url is not null)
        {
            using var response = await _fhir.GetAsync(url);
            var page = await response.JsonAsync();
            Assert.Equal(5, (int)page["total"]!);
            seen.AddRange(page.Ids());
            url = page.Link("next");
        }

        Assert.Equal(["p0", "p1", "p2", "p3", "p4"], seen.Order());
    }

    [Fact]
    public async Task A_page_link_is_good_for_its_own_address_only_and_not_when_altered()
    {
        for (var number = 0; number < 3; number++) await _fhir.StoreAsync($$"""{"resourceType":"Patient","id":"p{{number}}"}""");
        using var first = await _fhir.GetAsync("/fhir/Patient?_count=1");
        var next = (await first.JsonAsync()).Link("next")!;

        using var good = await _fhir.GetAsync(next);
        using var elsewhere = await _fhir.GetAsync(next.Replace("/Patient", "/Observation", StringComparison.Ordinal));
        using var altered = await _fhir.GetAsync(next[..^3] + "AAA");

        Assert.Equal(200, (int)good.StatusCode);
        await elsewhere.IssueAsync(400);
        await altered.IssueAsync(400);
    }

    [Theory]
    [InlineData("/fhir/Patient/_search", "family=Abel")]
    [InlineData("/fhir/Patient/_search?family=Abel", "")]
    [InlineData("/fhir/Patient/_search?family=Abel", "active=true")]
    [InlineData("/fhir/_search?_type=Patient", "_id=a")]
    public async Task A_search_by_form_merges_form_and_address(string path, string form)
    {
        await StoreTwoAsync();

        using var response = await _fhir.PostAsync(path, form, ("Content-Type", "application/x-www-form-urlencoded"));

        var bundle = await response.JsonAsync();
        Assert.Equal(["a"], bundle.Ids());
        Assert.Equal("searchset", (string?)bundle["type"]);
    }

    [Fact]
    public async Task A_search_by_POST_that_is_no_form_is_refused_rather_than_widened()
    {
        using var response = await _fhir.PostAsync("/fhir/Patient/_search", """{"family":"Abel"}""");

        await response.IssueAsync(415);
    }

    [Theory]
    [InlineData("/fhir/Patient/a/Observation", "o")]
    [InlineData("/fhir/Patient/a/*?_type=Observation", "o")]
    [InlineData("/fhir/Patient/b/Observation", "")]
    [InlineData("/fhir/Patient/a/Observation?status=preliminary", "")]
    public async Task A_compartment_holds_what_is_about_its_patient(string path, string expected)
    {
        await StoreTwoAsync();
        await _fhir.StoreAsync("""{"resourceType":"Observation","id":"o","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/a"}}""");

        using var get = await _fhir.GetAsync(path);
        using var post = await _fhir.PostAsync(path.Contains('?', StringComparison.Ordinal) ? path.Replace("?", "/_search?", StringComparison.Ordinal) : path + "/_search", "", ("Content-Type", "application/x-www-form-urlencoded"));

        Assert.Equal(expected, string.Join(',', (await get.JsonAsync()).Ids()));
        Assert.Equal(expected, string.Join(',', (await post.JsonAsync()).Ids()));
    }

    [Fact]
    public async Task An_unknown_parameter_is_left_out_of_the_self_link_and_told_unless_strict()
    {
        await StoreTwoAsync();

        using var lenient = await _fhir.GetAsync("/fhir/Patient?family=Abel&shoe=42");
        using var strict = await _fhir.GetAsync("/fhir/Patient?family=Abel&shoe=42", ("Prefer", "handling=strict"));

        var bundle = await lenient.JsonAsync();
        Assert.Equal("http://localhost/fhir/Patient?family=Abel", bundle.Link("self"));
        var outcome = bundle["entry"]!.AsArray().Single(entry => (string?)entry!["search"]!["mode"] == "outcome");
        Assert.Equal("OperationOutcome", (string?)outcome!["resource"]!["resourceType"]);
        Assert.Contains("shoe", (string?)(await strict.IssueAsync(400))["diagnostics"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("handling=strict", "handling=strict")]
    [InlineData("handling=lenient", "handling=lenient")]
    [InlineData("handling=whatever", null)]
    public async Task The_handling_applied_is_told(string prefer, string? applied)
    {
        using var response = await _fhir.GetAsync("/fhir/Patient", ("Prefer", prefer));

        Assert.Equal(applied, response.Header("Preference-Applied"));
    }

    [Fact]
    public async Task Only_the_number_is_told_when_that_is_asked_for()
    {
        await StoreTwoAsync();

        using var count = await _fhir.GetAsync("/fhir/Patient?_summary=count");
        using var zero = await _fhir.GetAsync("/fhir/Patient?_count=0");

        foreach (var bundle in new[] { await count.JsonAsync(), await zero.JsonAsync() })
        {
            Assert.Equal(2, (int)bundle["total"]!);
            Assert.False(bundle.ContainsKey("entry"));
        }
    }

    [Fact]
    public async Task Included_resources_come_marked_as_such_with_their_full_url()
    {
        await StoreTwoAsync();
        await _fhir.StoreAsync("""{"resourceType":"Observation","id":"o","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/a"}}""");

        using var response = await _fhir.GetAsync("/fhir/Observation?_id=o&_include=Observation:subject");

        var bundle = await response.JsonAsync();
        Assert.Equal(["o"], bundle.Ids());
        Assert.Equal(["a"], bundle.Ids("include"));
        Assert.Equal("http://localhost/fhir/Observation/o", (string?)bundle["entry"]![0]!["fullUrl"]);
    }

    [Fact]
    public async Task Later_pages_keep_the_format()
    {
        await StoreTwoAsync();
        using var first = await _fhir.GetAsync("/fhir/Patient?_count=1&_format=application/json");

        using var second = await _fhir.GetAsync((await first.JsonAsync()).Link("next")!, ("Accept", "application/fhir+xml"));

        Assert.Equal("application/json", second.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_page_in_XML_is_a_bundle_too()
    {
        await StoreTwoAsync();

        using var response = await _fhir.GetAsync("/fhir/Patient?_format=xml");

        var bundle = System.Xml.Linq.XElement.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(2, bundle.Elements("{http://hl7.org/fhir}entry").Count());
    }

    [Fact]
    public async Task An_own_absolute_address_means_the_same_as_a_relative_one()
    {
        using var fhir = new FhirHttp(("Rest:PublicBase", "https://fhir.example.org/fhir"));
        await fhir.StoreAsync("""{"resourceType":"Observation","id":"o","status":"final","code":{"text":"x"},"subject":{"reference":"https://fhir.example.org/fhir/Patient/a"}}""");

        using var relative = await fhir.GetAsync("/fhir/Observation?subject=Patient/a");
        using var absolute = await fhir.GetAsync("/fhir/Observation?subject=https://fhir.example.org/fhir/Patient/a");

        Assert.Equal(["o"], (await relative.JsonAsync()).Ids());
        Assert.Equal(["o"], (await absolute.JsonAsync()).Ids());
    }

    public void Dispose() => _fhir.Dispose();

    private async Task StoreTwoAsync()
    {
        await _fhir.StoreAsync("""{"resourceType":"Patient","id":"a","active":true,"name":[{"family":"Abel"}]}""");
        await _fhir.StoreAsync("""{"resourceType":"Patient","id":"b","active":true,"name":[{"family":"Berg"}]}""");
    }
}
