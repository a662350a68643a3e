using System.Xml.Linq;
using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Terminology.Operations;

/// <summary>ValueSet/$expand (FHIR R4).</summary>
[Collection<TerminologyContent>]
public sealed class ExpandTests(TerminologyContent content)
{
    private readonly FhirHttp _fhir = content.Fhir;

    [Theory]
    [InlineData("/fhir/ValueSet/$expand?url=http://example.org/birds", "bird owl")]
    [InlineData("/fhir/ValueSet/$expand?url=http://example.org/birds%7C1", "bird owl")]
    [InlineData("/fhir/ValueSet/$expand?url=http://example.org/birds&valueSetVersion=1", "bird owl")]
    [InlineData("/fhir/ValueSet/birds/$expand", "bird owl")]
    [InlineData("/fhir/ValueSet/all/$expand?filter=eule", "owl")]
    [InlineData("/fhir/ValueSet/all/$expand?offset=1&count=2", "bird owl")]
    [InlineData("/fhir/ValueSet/all/$expand?count=0", "")]
    [InlineData("/fhir/ValueSet/all/$expand?excludeNested=false", "animal(bird(owl) fish)")]
    [InlineData("/fhir/ValueSet/all/$expand?excludeNested=true", "animal bird owl fish")]
    [InlineData("/fhir/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/administrative-gender", "male female other unknown")]
    public async Task A_value_set_is_listed(string path, string codes)
    {
        using var response = await _fhir.GetAsync(path);
        var expanded = await response.JsonAsync();

        Assert.True(response.IsSuccessStatusCode, expanded.ToJsonString());
        Assert.Equal(codes, expanded.Codes());
    }

    [Fact]
    public async Task The_answer_is_the_value_set_with_what_was_done()
    {
        using var response = await _fhir.GetAsync("/fhir/ValueSet/birds/$expand?count=1&filter=owl&includeDesignations=true&activeOnly=true");
        var expanded = await response.JsonAsync();
        var expansion = expanded["expansion"]!;
        var code = expansion["contains"]![0]!;

        Assert.Equal(("ValueSet", "http://example.org/birds", "Zoo"), ((string?)expanded["resourceType"], (string?)expanded["url"], (string?)expanded["publisher"]));
        Assert.Null(expanded["compose"]);
        Assert.Equal((1, 0), ((int)expansion["total"]!, (int)expansion["offset"]!));
        Assert.NotNull(expansion["timestamp"]);
        Assert.Equal(["filter", "count", "activeOnly", "version"], expansion["parameter"]!.AsArray().Select(one => (string)one!["name"]!));
        Assert.Equal(("http://example.org/animals", "Owl", "Eule"), ((string?)code["system"], (string?)code["display"], (string?)code["designation"]![0]!["value"]));
    }

    [Fact]
    public async Task The_answer_has_the_structure_of_R4_and_comes_in_XML_as_well()
    {
        using var expanded = await _fhir.GetAsync("/fhir/ValueSet/all/$expand?excludeNested=false&includeDefinition=true");
        using var stored = await _fhir.PostAsync("/fhir/ValueSet", await expanded.Content.ReadAsStringAsync());
        using var xml = await _fhir.GetAsync("/fhir/ValueSet/birds/$expand?_format=xml");
        XNamespace fhir = "http://hl7.org/fhir";

        Assert.True(stored.IsSuccessStatusCode, await stored.Content.ReadAsStringAsync());
        Assert.Equal(["bird", "owl"], XDocument.Parse(await xml.Content.ReadAsStringAsync()).Descendants(fhir + "contains").Select(one => (string)one.Element(fhir + "code")!.Attribute("value")!));
    }

    [Fact]
    public async Task A_value_set_can_be_sent()
    {
        const string Given = """{"resourceType":"ValueSet","status":"draft","compose":{"include":[{"valueSet":["http://example.org/birds"]}],"exclude":[{"system":"http://example.org/animals","concept":[{"code":"bird"}]}]}}""";
        using var alone = await _fhir.PostAsync("/fhir/ValueSet/$expand", Given);
        using var parameters = await _fhir.PostAsync("/fhir/ValueSet/$expand", $$"""{"resourceType":"Parameters","parameter":[{"name":"valueSet","resource":{{Given}}},{"name":"count","valueInteger":5}]}""");

        Assert.Equal("owl", (await alone.JsonAsync()).Codes());
        Assert.Equal("owl", (await parameters.JsonAsync()).Codes());
    }

    [Fact]
    public async Task Every_code_listed_is_valid_and_another_is_not()
    {
        foreach (var url in new[] { "http://example.org/birds", "http://hl7.org/fhir/ValueSet/observation-status", "http://terminology.hl7.org/ValueSet/v3-ActMood", "https://fhirnaltrexone.example.org/fhir/ValueSet/alcohol-dependence" })
        {
            using var response = await _fhir.GetAsync($"/fhir/ValueSet/$expand?url={url}");
            foreach (var code in (await response.JsonAsync())["expansion"]!["contains"]!.AsArray().Where(code => code!["abstract"] is null))
            {
                Assert.Equal("true", await ResultAsync(url, (string)code!["system"]!, (string)code["code"]!));
                Assert.Equal("false", await ResultAsync(url, (string)code["system"]!, "no-such-code"));
            }
        }
    }

    [Theory]
    [InlineData("/fhir/ValueSet/$expand", 400)]
    [InlineData("/fhir/ValueSet/$expand?url=", 404)]
    [InlineData("/fhir/ValueSet/$expand?url=http://example.org/nowhere", 404)]
    [InlineData("/fhir/ValueSet/$expand?url=http://example.org/birds%7C9", 404)]
    [InlineData("/fhir/ValueSet/nobody/$expand", 404)]
    [InlineData("/fhir/ValueSet/birds/$expand?url=http://example.org/birds", 400)]
    [InlineData("/fhir/ValueSet/birds/$expand?count=-1", 400)]
    [InlineData("/fhir/ValueSet/birds/$expand?count=many", 400)]
    [InlineData("/fhir/ValueSet/birds/$expand?count=99999999999", 400)]
    [InlineData("/fhir/ValueSet/birds/$expand?count=1&count=2", 400)]
    [InlineData("/fhir/ValueSet/birds/$expand?activeOnly=perhaps", 400)]
    [InlineData("/fhir/ValueSet/birds/$expand?date=2020-01-01", 400)]
    [InlineData("/fhir/ValueSet/disorders/$expand", 422)]
    [InlineData("/fhir/ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/mimetypes", 422)]
    [InlineData("/fhir/ValueSet/$expand?url=http://terminology.hl7.org/ValueSet/v3-ActCode", 422)]
    public async Task What_cannot_be_listed_is_refused_with_a_reason(string path, int status)
    {
        using var response = await _fhir.GetAsync(path);

        Assert.EndsWith(".", (string)(await response.IssueAsync(status))["diagnostics"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_set_that_is_too_large_costs_too_much()
    {
        using var response = await _fhir.GetAsync("/fhir/ValueSet/$expand?url=http://terminology.hl7.org/ValueSet/v3-ActCode&count=10");

        Assert.Equal("too-costly", (string?)(await response.IssueAsync(422))["code"]);
    }

    [Theory]
    [InlineData("ValueSet/birds/$expand?activOnly=true", "activOnly")]
    [InlineData("CodeSystem/$lookup?system=http://hl7.org/fhir/administrative-gender&code=male&propery=parent", "propery")]
    [InlineData("ConceptMap/$translate?code=a&system=urn:a&targetSystem=urn:b", "targetSystem")]
    public async Task A_parameter_that_is_not_known_is_refused(string call, string name)
    {
        using var response = await _fhir.GetAsync($"/fhir/{call}");

        Assert.Equal(name, (string?)(await response.IssueAsync(400))["expression"]![0]);
    }

    private async Task<string?> ResultAsync(string valueSet, string system, string code)
    {
        using var response = await _fhir.GetAsync($"/fhir/ValueSet/$validate-code?url={Uri.EscapeDataString(valueSet)}&system={Uri.EscapeDataString(system)}&code={Uri.EscapeDataString(code)}");
        return (await response.JsonAsync()).Parameter("result");
    }
}
