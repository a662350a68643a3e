using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Rest;

/// <summary>Parts of resources by <c>_summary</c> and <c>_elements</c> (FHIR R4, search, summary).</summary>
public sealed class SubsetTests(SharedFhir shared) : IClassFixture<SharedFhir>
{
    // Summary elements (marked Σ in R4): identifier, status, category no, code, subject, effective, value, component; not note, interpretation, text.
    private const string Observation = """
        {"resourceType":"Observation","id":"own","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">t</div>"},
         "status":"final","category":[{"text":"c"}],"code":{"coding":[{"system":"http://loinc.org","code":"1742-6","display":"ALT"}],"text":"x"},
         "subject":{"reference":"Patient/1"},"effectiveDateTime":"2024-01-01","_effectiveDateTime":{"id":"e"},"valueQuantity":{"value":1.00,"unit":"U/L"},
         "interpretation":[{"text":"i"}],"note":[{"text":"n"}],"component":[{"code":{"text":"k"},"valueString":"v","interpretation":[{"text":"j"}]}]}
        """;

    private readonly FhirHttp _fhir = shared.WithOwn("own");

    [Theory]
    [InlineData("_summary=true", "resourceType id meta status code subject effectiveDateTime _effectiveDateTime valueQuantity component")]
    [InlineData("_summary=text", "resourceType id meta text status code")]
    [InlineData("_summary=data", "resourceType id meta status category code subject effectiveDateTime _effectiveDateTime valueQuantity interpretation note component")]
    [InlineData("_elements=note", "resourceType id meta status code note")]
    [InlineData("_elements=value,effective", "resourceType id meta status code effectiveDateTime _effectiveDateTime valueQuantity")]
    [InlineData("_elements=Observation.subject,Patient.name", "resourceType id meta status code subject")]
    public async Task Read_search_and_history_leave_out_what_was_not_asked_for_and_say_so(string query, string expected)
    {
        await _fhir.StoreAsync(Observation);

        using var read = await _fhir.GetAsync($"/fhir/Observation/own?{query}");
        using var search = await _fhir.GetAsync($"/fhir/Observation?_id=own&{query}");
        using var history = await _fhir.GetAsync($"/fhir/Observation/own/_history?{query}");

        foreach (var resource in new[] { await read.JsonAsync(), First(await search.JsonAsync()), First(await history.JsonAsync()) })
        {
            Assert.Equal(expected.Split(' ').Order(), resource.Select(member => member.Key).Order());
            Assert.Contains(resource["meta"]!["tag"]!.AsArray(), tag => (string?)tag!["code"] == "SUBSETTED");
        }
    }

    [Fact]
    public async Task A_summary_goes_into_components_and_keeps_digits()
    {
        await _fhir.StoreAsync(Observation);

        using var response = await _fhir.GetAsync("/fhir/Observation/own?_summary=true");

        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("\"value\":1.00", text, StringComparison.Ordinal);
        // interpretation of a component is no summary element, its code and value are.
        Assert.Equal(["code", "valueString"], JsonNode.Parse(text)!["component"]![0]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task A_whole_resource_is_not_tagged()
    {
        await _fhir.StoreAsync(Observation);

        using var response = await _fhir.GetAsync("/fhir/Observation/own?_summary=false");

        Assert.Null((await response.JsonAsync())["meta"]!["tag"]);
    }

    [Fact]
    public async Task A_summary_in_XML_is_one_too()
    {
        await _fhir.StoreAsync(Observation);

        using var response = await _fhir.GetAsync("/fhir/Observation/own?_summary=true&_format=xml");

        Assert.Contains("SUBSETTED", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static JsonObject First(JsonObject bundle) => bundle["entry"]![0]!["resource"]!.AsObject();
}
