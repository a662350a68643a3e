using System.Text.Json;
using System.Text.RegularExpressions;
using FhirNaltrexone.Knowledge.Tests.Fixtures;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace FhirNaltrexone.Knowledge.Tests.Content;

/// <summary>The committed FHIR resources are valid, complete and consistent with the CQL.</summary>
public sealed partial class CommittedContentTests
{
    private const string Base = TestContent.Base;

    public static TheoryData<string> Files => [.. Repository.ResourceFiles];

    [Theory]
    [MemberData(nameof(Files))]
    public void Resource_parses_strictly_as_R4(string file)
    {
        var deserializer = new FhirJsonDeserializer(new DeserializerSettings().UsingMode(DeserializationMode.Strict));

        var resource = deserializer.DeserializeResource(File.ReadAllText(Path.Combine(Repository.Profiles, file)));

        Assert.Equal($"{resource.TypeName}-{resource.Id}.json", Path.GetFileName(file));
    }

    [Fact]
    public void Every_canonical_of_ours_resolves()
    {
        var known = Repository.ResourceFiles.Select(Repository.Json).Select(resource => Text(resource, "url")).ToHashSet();

        var used = Repository.ResourceFiles.SelectMany(file => Canonicals().Matches(File.ReadAllText(Path.Combine(Repository.Profiles, file))))
            .Concat(Repository.FilesBelow("input/cql").SelectMany(file => Canonicals().Matches(File.ReadAllText(Path.Combine(Repository.Profiles, file)))))
            .Select(match => match.Value)
            .ToHashSet();

        Assert.NotEmpty(used);
        Assert.Equal([], used.Except(known));
    }

    [Fact]
    public void Embedded_content_loads_with_every_service_bound_to_its_hooks()
    {
        var services = ContentSet.LoadEmbedded(new Dictionary<string, string>()).Services;

        var expected = Repository.Resources("PlanDefinition").Where(IsRuleSet).ToDictionary(
            plan => Text(plan, "id")!,
            plan => plan.GetProperty("action").EnumerateArray().SelectMany(a => a.GetProperty("trigger").EnumerateArray()).Select(t => Text(t, "name")!).Distinct());
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), services.Select(service => service.Id));
        Assert.All(services, service => Assert.Equal(expected[service.Id], service.Hooks));
    }

    [Fact]
    public void Every_define_that_a_plan_names_exists_in_exactly_one_of_its_libraries()
    {
        var defines = Repository.FilesBelow("generated/elm").Select(file => Repository.Json(file).GetProperty("library"))
            .ToDictionary(library => $"{Base}/Library/{Text(library.GetProperty("identifier"), "id")}", Defines);

        var named = Repository.Resources("PlanDefinition").SelectMany(plan => Expressions(plan)
            .Select(define => (Plan: Text(plan, "id"), Define: define, Homes: Libraries(plan).Count(library => defines[library].Contains(define))))).ToList();

        Assert.NotEmpty(named);
        Assert.Equal([], named.Where(one => one.Homes != 1));
    }

    [Fact]
    public void Every_code_that_a_plan_or_an_activity_uses_is_in_a_committed_list()
    {
        var listed = CommittedCodes();

        var used = Repository.Resources("ActivityDefinition").Concat(Repository.Resources("PlanDefinition"))
            .SelectMany(Codings).Where(c => c.System is not null && c.Code is not null).ToList();

        Assert.NotEmpty(used);
        Assert.Equal([], used.Where(coding => IsClinical(coding.System!)).Except(listed));
    }

    [Fact]
    public void Every_code_that_a_profile_a_questionnaire_or_an_example_uses_is_in_a_committed_list()
    {
        var listed = CommittedCodes();

        var used = Repository.Resources("StructureDefinition").Concat(Repository.Resources("Questionnaire"))
            .Concat(Repository.FilesBelow("generated/examples").Select(Repository.Json)).SelectMany(Codings).ToList();

        Assert.NotEmpty(used);
        Assert.Equal([], used.Where(coding => coding.System is not null && IsClinical(coding.System)).Except(listed));
    }

    [Fact]
    public void Every_code_that_cql_declares_is_in_a_committed_list()
    {
        var listed = CommittedCodes();

        var declared = Repository.FilesBelow("generated/elm").SelectMany(DeclaredCodes).ToList();

        Assert.NotEmpty(declared);
        Assert.Equal([], declared.Where(coding => IsClinical(coding.System!)).Except(listed));
    }

    [Fact]
    public void Every_own_code_that_a_plan_a_questionnaire_or_cql_uses_is_defined()
    {
        var defined = Repository.Resources("CodeSystem").SelectMany(system => Concepts(system).Select(code => (System: Text(system, "url"), Code: (string?)code))).ToHashSet();

        var used = Repository.Resources("PlanDefinition").Concat(Repository.Resources("ActivityDefinition")).Concat(Repository.Resources("Questionnaire"))
            .SelectMany(Codings)
            .Concat(Repository.FilesBelow("generated/elm").SelectMany(DeclaredCodes))
            .Where(coding => coding.System?.StartsWith(Base, StringComparison.Ordinal) is true)
            .ToList();

        Assert.NotEmpty(used);
        Assert.Equal([], used.Except(defined));
    }

    private static bool IsRuleSet(JsonElement plan) => Text(plan.GetProperty("type").GetProperty("coding")[0], "code") == "eca-rule";

    // Clinical codes are the ones that were verified against their source; codes of FHIR's own vocabularies are checked by strict parsing.
    private static bool IsClinical(string system)
        => system is "http://loinc.org" or "http://snomed.info/sct" or "http://www.nlm.nih.gov/research/umls/rxnorm" or "http://hl7.org/fhir/sid/icd-10-cm";

    /// <summary>Codes of the committed value sets and of the committed lists of verified codes.</summary>
    private static HashSet<(string? System, string? Code)> CommittedCodes()
        => [.. Repository.Resources("ValueSet").SelectMany(ValueSetCodes), .. VerifiedCodes.Read()];

    private static IEnumerable<(string? System, string? Code)> ValueSetCodes(JsonElement set)
        => set.GetProperty("compose").GetProperty("include").EnumerateArray()
            .SelectMany(include => include.GetProperty("concept").EnumerateArray().Select(concept => (Text(include, "system"), Text(concept, "code"))));

    private static IEnumerable<(string? System, string? Code)> DeclaredCodes(string elm)
    {
        var library = Repository.Json(elm).GetProperty("library");
        if (!library.TryGetProperty("codes", out var codes))
        {
            return [];
        }

        var systems = library.GetProperty("codeSystems").GetProperty("def").EnumerateArray().ToDictionary(s => Text(s, "name")!, s => Text(s, "id"));
        return codes.GetProperty("def").EnumerateArray().Select(code => (systems[Text(code.GetProperty("codeSystem"), "name")!], Text(code, "id")));
    }

    private static IEnumerable<string> Concepts(JsonElement parent)
        => parent.TryGetProperty("concept", out var concepts)
            ? concepts.EnumerateArray().SelectMany(concept => Concepts(concept).Prepend(Text(concept, "code")!))
            : [];

    private static IEnumerable<(string? System, string? Code)> Codings(JsonElement element)
    {
        var own = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String
            ? [(Text(element, "system"), Text(element, "code"))]
            : Array.Empty<(string?, string?)>();
        return own.Concat(Children(element).SelectMany(Codings));
    }

    private static HashSet<string?> Defines(JsonElement library)
        => library.TryGetProperty("statements", out var statements) ? [.. statements.GetProperty("def").EnumerateArray().Select(define => Text(define, "name"))] : [];

    private static IEnumerable<string> Libraries(JsonElement plan)
        => plan.TryGetProperty("library", out var libraries) ? libraries.EnumerateArray().Select(library => library.GetString()!) : [];

    private static IEnumerable<string> Expressions(JsonElement element)
    {
        var own = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("expression", out var expression) && expression.ValueKind == JsonValueKind.String
            ? [expression.GetString()!]
            : Array.Empty<string>();
        return own.Concat(Children(element).SelectMany(Expressions));
    }

    private static IEnumerable<JsonElement> Children(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(property => property.Value),
        JsonValueKind.Array => element.EnumerateArray(),
        _ => [],
    };

    private static string? Text(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"https://fhirnaltrexone\.example\.org/fhir/(ValueSet|CodeSystem|Library|PlanDefinition|ActivityDefinition|StructureDefinition|Questionnaire|OperationDefinition|SearchParameter)/[A-Za-z0-9.-]*[A-Za-z0-9]")]
    private static partial Regex Canonicals();
}
