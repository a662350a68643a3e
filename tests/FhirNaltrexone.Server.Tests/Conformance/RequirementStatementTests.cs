using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Conformance;

/// <summary>Everything our guide says that servers SHALL do stands in our own CapabilityStatement, which is made of what is mapped.</summary>
public sealed class RequirementStatementTests(SharedFhir shared) : IClassFixture<SharedFhir>
{
    private const string Expectation = "http://hl7.org/fhir/StructureDefinition/capabilitystatement-expectation";

    // Lists of claims, and what names a claim in each.
    private static readonly (string List, string Name)[] Lists = [("interaction", "code"), ("searchParam", "name"), ("operation", "name")];

    private readonly FhirHttp _fhir = shared.WithOwn();

    public static TheoryData<string> Statements =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "profiles/generated/resources"), "CapabilityStatement-*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Every_SHALL_is_claimed(string statement)
    {
        var required = JsonNode.Parse(Repository.Read($"profiles/generated/resources/{statement}"))!;
        using var response = await _fhir.GetAsync("/fhir/metadata");
        var ours = await response.JsonAsync();

        var demanded = Claims(required, onlyShall: true).ToList();

        Assert.NotEmpty(demanded);
        Assert.Empty(demanded.Except(Claims(ours, onlyShall: false)));
        Assert.Equal((string?)required["fhirVersion"], (string?)ours["fhirVersion"]);
        Assert.Empty(required["format"]!.AsArray().Select(format => (string?)format).Except(ours["format"]!.AsArray().Select(format => (string?)format)));
    }

    private static IEnumerable<string> Claims(JsonNode statement, bool onlyShall)
    {
        var rest = statement["rest"]![0]!;
        var system = Lists.SelectMany(list => Named(rest, "", list, onlyShall));
        return (rest["resource"]?.AsArray() ?? []).SelectMany(type => Claims(type!, onlyShall, (string)type!["type"]!)).Concat(system);
    }

    private static IEnumerable<string> Claims(JsonNode type, bool onlyShall, string name)
    {
        yield return name;
        foreach (var claim in Lists.SelectMany(list => Named(type, name, list, onlyShall))) yield return claim;
        foreach (var include in type["searchInclude"]?.AsArray() ?? []) yield return $"{name} _include={include}";
    }

    private static IEnumerable<string> Named(JsonNode holder, string type, (string List, string Name) list, bool onlyShall)
        => (holder[list.List]?.AsArray() ?? []).Where(claim => !onlyShall || IsShall(claim!)).Select(claim => $"{type} {list.List} {claim![list.Name]}");

    // R4 lets resource types and their operations carry no level: where they are listed they are required.
    private static bool IsShall(JsonNode claim)
        => claim["extension"]?.AsArray().Where(extension => (string?)extension!["url"] == Expectation).All(extension => (string?)extension!["valueCode"] == "SHALL") != false;
}
