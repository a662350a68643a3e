using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Terminology.Operations;

/// <summary>CodeSystem/$lookup, CodeSystem/$subsumes and ConceptMap/$translate (FHIR R4).</summary>
[Collection<TerminologyContent>]
public sealed class CodeSystemTests(TerminologyContent content)
{
    private const string Animals = "http://example.org/animals";

    private readonly FhirHttp _fhir = content.Fhir;

    [Fact]
    public async Task A_code_is_looked_up_with_its_properties()
    {
        using var response = await _fhir.GetAsync($"/fhir/CodeSystem/$lookup?system={Animals}&code=bird");
        var found = await response.JsonAsync();

        Assert.Equal(("Animals", "2", "Bird"), (found.Parameter("name"), found.Parameter("version"), found.Parameter("display")));
        Assert.Equal(
            ["definition=It has feathers.", "inactive=false", "parent=animal", "child=owl", "legs=2"],
            Properties(found));
    }

    [Theory]
    [InlineData("property=parent", "parent=animal")]
    [InlineData("property=parent&property=legs", "parent=animal legs=2")]
    [InlineData("property=colour", "")]
    public async Task Only_the_properties_asked_for_come(string query, string properties)
    {
        using var response = await _fhir.GetAsync($"/fhir/CodeSystem/$lookup?coding={Animals}%7Cbird&{query}");

        Assert.Equal(properties, string.Join(' ', Properties(await response.JsonAsync())));
    }

    [Fact]
    public async Task Designations_come_in_parts()
    {
        using var response = await _fhir.GetAsync($"/fhir/CodeSystem/$lookup?system={Animals}&code=owl");
        var designation = (await response.JsonAsync())["parameter"]!.AsArray().Single(one => (string?)one!["name"] == "designation")!;

        Assert.Equal(("de", "Eule"), (designation.Parameter("language"), designation.Parameter("value")));
    }

    [Theory]
    [InlineData("/fhir/CodeSystem/$lookup?system=http://loinc.org&code=1742-6", 200)]
    [InlineData("/fhir/CodeSystem/$lookup?system=http://example.org/animals&code=unicorn", 404)]
    [InlineData("/fhir/CodeSystem/$lookup?system=http://example.org/nowhere&code=x", 404)]
    [InlineData("/fhir/CodeSystem/$lookup?system=http://example.org/animals&code=owl&version=1", 404)]
    [InlineData("/fhir/CodeSystem/$lookup?code=owl", 400)]
    [InlineData("/fhir/CodeSystem/$lookup?system=http://example.org/animals", 400)]
    [InlineData("/fhir/CodeSystem/$lookup?coding=%7Cowl", 400)]
    [InlineData("/fhir/CodeSystem/animals/$lookup?code=owl", 404)]
    public async Task A_code_is_found_if_it_is_known(string path, int status)
    {
        using var response = await _fhir.GetAsync(path);

        Assert.Equal(status, (int)response.StatusCode);
        if (status != 200) await response.IssueAsync(status);
    }

    [Theory]
    [InlineData($"/fhir/CodeSystem/$subsumes?system={Animals}&codeA=bird&codeB=owl", "subsumes")]
    [InlineData($"/fhir/CodeSystem/$subsumes?system={Animals}&codeA=owl&codeB=animal", "subsumed-by")]
    [InlineData($"/fhir/CodeSystem/$subsumes?codingA={Animals}%7Cowl&codingB={Animals}%7Cfish", "not-subsumed")]
    [InlineData("/fhir/CodeSystem/animals/$subsumes?codeA=owl&codeB=owl", "equivalent")]
    public async Task Two_codes_relate(string path, string outcome)
    {
        using var response = await _fhir.GetAsync(path);

        Assert.Equal(outcome, (await response.JsonAsync()).Parameter("outcome"));
    }

    [Theory]
    [InlineData("/fhir/CodeSystem/$subsumes?codeA=bird&codeB=owl", 400)]
    [InlineData($"/fhir/CodeSystem/$subsumes?system={Animals}&codeA=bird", 400)]
    [InlineData($"/fhir/CodeSystem/$subsumes?system={Animals}&codeA=bird&codingA={Animals}%7Cowl&codeB=owl", 400)]
    [InlineData($"/fhir/CodeSystem/$subsumes?codingA={Animals}%7Cowl&codingB=http://example.org/other%7Cfish", 400)]
    [InlineData($"/fhir/CodeSystem/$subsumes?system={Animals}&codeA=bird&codeB=unicorn", 422)]
    [InlineData("/fhir/CodeSystem/$subsumes?system=http://snomed.info/sct&codeA=404684003&codeB=64572001", 422)]
    public async Task Codes_whose_relation_is_unknown_are_refused(string path, int status)
    {
        using var response = await _fhir.GetAsync(path);

        await response.IssueAsync(status);
    }

    [Theory]
    [InlineData("/fhir/ConceptMap/$translate?url=http://example.org/kin&system=http://example.org/animals&code=owl", "true", "wider aves")]
    [InlineData("/fhir/ConceptMap/kin/$translate?coding=http://example.org/animals%7Cowl", "true", "wider aves")]
    [InlineData("/fhir/ConceptMap/kin/$translate?system=http://example.org/kinds&code=aves&reverse=true", "true", "narrower owl")]
    [InlineData("/fhir/ConceptMap/kin/$translate?coding=http://example.org/animals%7Cfish", "false", "unmatched ")]
    [InlineData("/fhir/ConceptMap/kin/$translate?coding=http://example.org/animals%7Cunicorn", "false", "")]
    [InlineData("/fhir/ConceptMap/$translate?source=http://example.org/all&coding=http://example.org/animals%7Cowl", "true", "wider aves")]
    [InlineData("/fhir/ConceptMap/$translate?targetsystem=http://example.org/kinds&coding=http://example.org/animals%7Cowl", "true", "wider aves")]
    public async Task A_code_is_translated(string path, string result, string matches)
    {
        using var response = await _fhir.GetAsync(path);
        var translated = await response.JsonAsync();

        Assert.Equal(result, translated.Parameter("result"));
        Assert.Equal(result == "false", translated.Parameter("message") is not null);
        Assert.Equal(matches, string.Join(", ", translated["parameter"]!.AsArray().Where(one => (string?)one!["name"] == "match").Select(Match)));
    }

    [Theory]
    [InlineData("/fhir/ConceptMap/$translate?url=http://example.org/nowhere&system=s&code=a", 404)]
    [InlineData("/fhir/ConceptMap/$translate?system=s&code=a", 400)]
    [InlineData("/fhir/ConceptMap/kin/$translate", 400)]
    [InlineData("/fhir/ConceptMap/kin/$translate?coding=s%7Ca&dependency=x", 400)]
    [InlineData("/fhir/ConceptMap/nobody/$translate?coding=s%7Ca", 404)]
    public async Task A_translation_nobody_can_make_is_refused(string path, int status)
    {
        using var response = await _fhir.GetAsync(path);

        await response.IssueAsync(status);
    }

    [Fact]
    public async Task The_operations_are_listed_and_need_no_POST()
    {
        using var response = await _fhir.GetAsync("/fhir/metadata");
        var types = (await response.JsonAsync())["rest"]![0]!["resource"]!.AsArray();

        Assert.Superset(Set("expand", "validate-code"), Names("ValueSet"));
        Assert.Superset(Set("lookup", "subsumes", "validate-code"), Names("CodeSystem"));
        Assert.Superset(Set("translate"), Names("ConceptMap"));
        Assert.Empty(Names("Patient").Intersect(Set("expand", "validate-code", "lookup", "subsumes", "translate")));

        static HashSet<string> Set(params string[] names) => [.. names];
        HashSet<string> Names(string type)
            => [.. types.Single(one => (string?)one!["type"] == type)!["operation"]!.AsArray().Select(one => (string)one!["name"]!)];
    }

    private static string[] Properties(JsonNode found) =>
        [.. found["parameter"]!.AsArray().Where(one => (string?)one!["name"] == "property").Select(one => $"{one!.Parameter("code")}={one!.Parameter("value")}")];

    private static string Match(JsonNode? match)
    {
        var concept = match!["part"]!.AsArray().FirstOrDefault(one => (string?)one!["name"] == "concept");
        return $"{match.Parameter("equivalence")} {(string?)concept?["valueCoding"]!["code"]}";
    }
}
