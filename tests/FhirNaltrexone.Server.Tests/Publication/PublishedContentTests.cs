using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Publication;

/// <summary>The content of the service, read and searched over HTTP beside what clients have stored.</summary>
public sealed class PublishedContentTests(PublishedFhir shared) : IClassFixture<PublishedFhir>
{
    private const string Base = "https://fhirnaltrexone.example.org/fhir";

    private readonly FhirHttp _fhir = shared.Fhir;

    /// <summary>Type and id of everything embedded.</summary>
    public static TheoryData<string> Types => [.. Embedded().Select(resource => (string)resource["resourceType"]!).Distinct()];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Everything_of_a_type_is_read_and_found_by_url(string type)
    {
        foreach (var resource in Embedded().Where(resource => (string)resource["resourceType"]! == type))
        {
            using var read = await _fhir.GetAsync($"/fhir/{type}/{resource["id"]}");
            using var found = await _fhir.GetAsync($"/fhir/{type}?url={resource["url"]}");

            var stored = await read.JsonAsync();
            stored.Remove("meta");
            (stored["content"] as JsonArray)?.RemoveAll(part => (string?)part!["contentType"] == "application/elm+json");
            var meant = (JsonObject)resource.DeepClone();
            meant.Remove("meta");
            Assert.True(JsonNode.DeepEquals(meant, stored), $"{type}/{resource["id"]}");
            Assert.Equal([(string)resource["id"]!], (await found.JsonAsync()).Ids());
        }
    }

    [Theory]
    [InlineData("StructureDefinition")]
    [InlineData("Library")]
    [InlineData("PlanDefinition")]
    [InlineData("Questionnaire")]
    public async Task What_is_published_is_valid(string type)
    {
        foreach (var resource in Embedded().Where(resource => (string)resource["resourceType"]! == type))
        {
            using var response = await _fhir.GetAsync($"/fhir/{type}/{resource["id"]}/$validate");

            Assert.DoesNotContain((await response.JsonAsync())["issue"]!.AsArray(), issue => (string?)issue!["severity"] is "error" or "fatal");
        }
    }

    [Fact]
    public async Task What_is_published_can_neither_be_changed_nor_deleted_and_validation_says_so()
    {
        using var deleted = await _fhir.GetAsync("/fhir/Library/LiverRules/$validate?mode=delete");
        using var updated = await _fhir.PostAsync("/fhir/Library/LiverRules/$validate?mode=update", """{"resourceType":"Library","id":"LiverRules","status":"draft","type":{"text":"x"}}""");

        Assert.Equal("forbidden", (string?)(await deleted.IssueAsync(200))["code"]);
        Assert.Equal("forbidden", (string?)(await updated.IssueAsync(200))["code"]);
    }

    [Theory]
    [InlineData("Library?name=WithdrawalRules", "WithdrawalRules")]
    [InlineData("Library?title:exact=Liver rules", "LiverRules")]
    [InlineData("Library?depends-on=" + Base + "/Library/UrineTests&name=WithdrawalRules", "WithdrawalRules")]
    [InlineData("Library?url=" + Base + "/Library/LiverRules&version=0.1.0", "LiverRules")]
    [InlineData("Library?url=" + Base + "/Library/LiverRules&version=9", "")]
    [InlineData("Library?type=http://terminology.hl7.org/CodeSystem/library-type|logic-library&name=LiverRules", "LiverRules")]
    [InlineData("Library?_id=LiverRules&status=draft", "LiverRules")]
    [InlineData("PlanDefinition?depends-on=" + Base + "/Library/OpioidBlockadeRules&title:contains=procedures", "naltrexone-opioid-blockade")]
    [InlineData("PlanDefinition?topic=http://terminology.hl7.org/CodeSystem/definition-topic|treatment&name=OralNaltrexone", "oral-naltrexone")]
    [InlineData("ActivityDefinition?name=NaloxoneChallenge", "naloxone-challenge")]
    [InlineData("CodeSystem?code=PW-01&system=" + Base + "/CodeSystem/naltrexone-rules", "naltrexone-rules")]
    [InlineData("ValueSet?reference=" + Base + "/CodeSystem/injection-side", "injection-sides")]
    [InlineData("StructureDefinition?type=MedicationAdministration&url:below=" + Base, "naltrexone-injection")]
    [InlineData("SearchParameter?code=route&base=MedicationAdministration", "medication-route")]
    [InlineData("OperationDefinition?code=purge-history", "purge-history")]
    public async Task It_is_found_by_the_parameters_of_its_type(string search, string expected)
    {
        using var response = await _fhir.GetAsync($"/fhir/{search}");

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), (await response.JsonAsync()).Ids().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_search_pages_counts_and_sorts_over_content_and_what_clients_stored()
    {
        await _fhir.StoreAsync("""{"resourceType":"OperationDefinition","id":"theirs","url":"http://theirs.example.org/o","name":"Aaa","status":"active","kind":"query","code":"aaa","system":true,"type":false,"instance":false}""");
        var meant = Embedded().Where(resource => (string)resource["resourceType"]! == "OperationDefinition")
            .Select(resource => ((string)resource["name"]!, (string)resource["id"]!)).Append(("Aaa", "theirs"))
            .OrderBy(pair => pair.Item1, StringComparer.OrdinalIgnoreCase).Select(pair => pair.Item2).ToList();

        var (ids, address) = (new List<string>(), "/fhir/OperationDefinition?_sort=name&_count=2&_total=accurate");
        JsonObject page;
        do
        {
            using var response = await _fhir.GetAsync(address);
            page = await response.JsonAsync();
            Assert.Equal(meant.Count, (int)page["total"]!);
            ids.AddRange(page.Ids());
            address = page.Link("next")!;
        }
        while (address is not null);

        Assert.Equal(meant, ids);
    }

    [Fact]
    public async Task A_library_carries_CQL_and_ELM_unless_only_other_elements_are_asked_for()
    {
        using var whole = await _fhir.GetAsync("/fhir/Library/LiverRules");
        using var elements = await _fhir.GetAsync("/fhir/Library?_id=LiverRules&_elements=url");

        var content = (await whole.JsonAsync())["content"]!.AsArray().ToDictionary(part => (string)part!["contentType"]!, part => Convert.FromBase64String((string)part!["data"]!));
        Assert.Equal(["application/elm+json", "text/cql"], content.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("library LiverRules", Encoding.UTF8.GetString(content["text/cql"]), StringComparison.Ordinal);
        Assert.Equal("LiverRules", JsonDocument.Parse(content["application/elm+json"]).RootElement.GetProperty("library").GetProperty("identifier").GetProperty("id").GetString());
        var part = (await elements.JsonAsync())["entry"]![0]!["resource"]!;
        Assert.Null(part["content"]);
        Assert.NotNull(part["url"]);
    }

    [Fact]
    public async Task Over_HTTP_every_change_is_refused_with_403_and_says_what_to_do()
    {
        const string Changed = """{"resourceType":"ValueSet","id":"cirrhosis","status":"retired"}""";
        const string Patch = """[{"op":"replace","path":"/status","value":"retired"}]""";
        using var put = await _fhir.PutAsync("/fhir/ValueSet/cirrhosis", Changed);
        using var where = await _fhir.PutAsync($"/fhir/ValueSet?url={Base}/ValueSet/cirrhosis", """{"resourceType":"ValueSet","status":"retired"}""");
        using var patch = await _fhir.SendAsync("PATCH", "/fhir/ValueSet/cirrhosis", Patch, ("Content-Type", "application/json-patch+json"));
        using var delete = await _fhir.SendAsync("DELETE", "/fhir/ValueSet/cirrhosis", null);
        using var label = await _fhir.PostAsync("/fhir/ValueSet/cirrhosis/$meta-add", """{"resourceType":"Parameters","parameter":[{"name":"meta","valueMeta":{"tag":[{"code":"x"}]}}]}""");
        using var purge = await _fhir.PostAsync("/fhir/ValueSet/cirrhosis/$purge-history", null);

        foreach (var response in new[] { put, where, patch, delete, label, purge })
        {
            var issue = await response.IssueAsync(403);
            Assert.Equal("forbidden", (string)issue["code"]!);
            Assert.Contains("another id", (string)issue["diagnostics"]!, StringComparison.Ordinal);
        }

        using var history = await _fhir.GetAsync("/fhir/ValueSet/cirrhosis/_history");
        Assert.Equal(1, (int)(await history.JsonAsync())["total"]!);
    }

    [Fact]
    public async Task Terminology_answers_from_what_is_given_and_a_value_set_of_a_client_comes_before_it()
    {
        const string Address = $"/fhir/ValueSet/$expand?url={Base}/ValueSet/injection-sides";
        using var given = await _fhir.GetAsync(Address);
        using var byId = await _fhir.GetAsync("/fhir/ValueSet/injection-sides/$expand");

        Assert.Equal((await given.JsonAsync())["expansion"]!["total"]!.ToJsonString(), (await byId.JsonAsync())["expansion"]!["total"]!.ToJsonString());

        await _fhir.StoreAsync($$$"""{"resourceType":"ValueSet","id":"mine","url":"{{{Base}}}/ValueSet/injection-sides","status":"active","compose":{"include":[{"system":"urn:s","concept":[{"code":"mine"}]}]}}""");
        using var overridden = await _fhir.GetAsync(Address);
        Assert.Equal("mine", (string)(await overridden.JsonAsync())["expansion"]!["contains"]![0]!["code"]!);
        using var gone = await _fhir.SendAsync("DELETE", "/fhir/ValueSet/mine", null);
        Assert.Equal(204, (int)gone.StatusCode);
    }

    [Fact]
    public async Task Histories_tell_it_as_puts_of_the_server()
    {
        using var history = await _fhir.GetAsync("/fhir/PlanDefinition/naltrexone-start-safety/_history");

        var entry = (await history.JsonAsync())["entry"]![0]!;
        Assert.Equal(("PUT", "201"), ((string)entry["request"]!["method"]!, (string)entry["response"]!["status"]!));
    }

    private static IEnumerable<JsonObject> Embedded() => EmbeddedContent.Read()
        .Where(file => file.Path.StartsWith("resources/", StringComparison.Ordinal))
        .Select(file => JsonNode.Parse(file.Content.Span)!.AsObject());
}
