using System.Text.Json;
using FhirNaltrexone.Knowledge.Tests.Fixtures;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace FhirNaltrexone.Knowledge.Tests.Content;

/// <summary>The committed guide: its profiles, their examples and its table of contents fit together.</summary>
public sealed class GuideTests
{
    private static readonly JsonElement Guide = Repository.Resources("ImplementationGuide").Single();

    private static readonly IReadOnlyList<JsonElement> Profiles =
        [.. Repository.Resources("StructureDefinition").Where(definition => Text(definition, "type") != "Extension")];

    public static TheoryData<string> Examples => [.. Repository.FilesBelow("generated/examples")];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_parses_strictly_as_R4(string file)
    {
        var deserializer = new FhirJsonDeserializer(new DeserializerSettings().UsingMode(DeserializationMode.Strict));

        var resource = deserializer.DeserializeResource(File.ReadAllText(Path.Combine(Repository.Profiles, file)));

        Assert.Equal($"{resource.TypeName}-{resource.Id}.json", Path.GetFileName(file));
    }

    [Fact]
    public void Every_profile_is_claimed_by_an_example_or_by_what_is_published()
    {
        var claimed = Examples.Select(row => row.Data).Concat(Repository.ResourceFiles).Select(Repository.Json).SelectMany(ProfilesOf).ToHashSet();

        Assert.Equal([], Profiles.Select(profile => Text(profile, "url")!).Except(claimed));
    }

    [Fact]
    public void Every_plan_activity_library_and_questionnaire_claims_the_profile_of_its_kind()
    {
        var expected = new Dictionary<string, string>
        {
            ["PlanDefinition"] = "rule-plan protocol-plan",
            ["ActivityDefinition"] = "suggested-activity protocol-activity",
            ["Library"] = "rule-library",
            ["Questionnaire"] = "start-questionnaire scored-questionnaire",
        };

        var claims = expected.Keys.SelectMany(Repository.Resources).Select(artifact => (Type: Text(artifact, "resourceType")!, Profile: ProfilesOf(artifact).SingleOrDefault()));

        Assert.All(claims, claim => Assert.Contains(
            claim.Profile, expected[claim.Type].Split(' ').Select(profile => $"https://fhirnaltrexone.example.org/fhir/StructureDefinition/{profile}")));
    }

    [Fact]
    public void Every_profile_has_a_snapshot_of_R4_and_is_a_draft_of_this_version()
    {
        var wanted = ("4.0.1", "draft", "constraint", Text(Guide, "version"), true);

        var wrong = Profiles.Where(profile => wanted != (
            Text(profile, "fhirVersion"), Text(profile, "status"), Text(profile, "derivation"), Text(profile, "version"), profile.TryGetProperty("snapshot", out _)));

        Assert.Equal([], wrong.Select(profile => Text(profile, "id")));
    }

    [Fact]
    public void Every_artifact_and_example_is_listed_once_in_the_guide()
    {
        var listed = Listed().Select(entry => Text(entry.GetProperty("reference"), "reference")).ToList();

        var present = Repository.ResourceFiles.Concat(Repository.FilesBelow("generated/examples"))
            .Select(Repository.Json)
            .Where(resource => Text(resource, "resourceType") != "ImplementationGuide")
            .Select(resource => $"{Text(resource, "resourceType")}/{Text(resource, "id")}");

        Assert.Equal(present.Order(StringComparer.Ordinal), listed);
    }

    [Fact]
    public void The_guide_calls_an_example_by_the_profile_it_claims()
    {
        var claimed = Examples.Select(row => Repository.Json(row.Data))
            .ToDictionary(example => $"{Text(example, "resourceType")}/{Text(example, "id")}", example => ProfilesOf(example).SingleOrDefault());

        var told = Listed().Where(entry => !entry.TryGetProperty("exampleBoolean", out var value) || value.GetBoolean())
            .ToDictionary(entry => Text(entry.GetProperty("reference"), "reference")!, entry => Text(entry, "exampleCanonical"));

        Assert.Equal(claimed.OrderBy(pair => pair.Key, StringComparer.Ordinal), told.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_constraint_has_a_text_and_ours_have_one_each()
    {
        var constraints = Repository.Resources("StructureDefinition").SelectMany(Constraints).ToList();

        Assert.Equal([], constraints.Where(constraint => Text(constraint, "human") is null || Text(constraint, "human") == Text(constraint, "key")).Select(constraint => Text(constraint, "key")));
        var own = constraints.Where(constraint => Text(constraint, "key")!.StartsWith("nal-", StringComparison.Ordinal))
            .Select(constraint => (Key: Text(constraint, "key"), Human: Text(constraint, "human"))).Distinct().ToList();
        Assert.NotEmpty(own);
        Assert.Equal(own.Count, own.Select(one => one.Key).Distinct().Count());
        Assert.Equal(own.Count, own.Select(one => one.Human).Distinct().Count());
    }

    [Theory]
    [InlineData("naltrexone-rules", "naltrexone-rule-codes")]
    [InlineData("naltrexone-override-reasons", "override-reasons")]
    [InlineData("opioid-exposure-class", "opioid-exposure-classes")]
    [InlineData("injection-side", "injection-sides")]
    [InlineData("treatment-goal", "treatment-goals")]
    [InlineData("treatment-activity", "treatment-activities")]
    [InlineData("education-topic", "education-topics")]
    public void A_value_set_of_a_whole_code_system_lists_all_of_it(string system, string set)
    {
        var defined = Repository.Json($"generated/resources/CodeSystem-{system}.json").GetProperty("concept");
        var listed = Repository.Json($"generated/resources/ValueSet-{set}.json").GetProperty("compose").GetProperty("include")[0].GetProperty("concept");

        Assert.Equal(Concepts(defined), Concepts(listed));
    }

    private static JsonElement.ArrayEnumerator Listed() => Guide.GetProperty("definition").GetProperty("resource").EnumerateArray();

    private static IEnumerable<string> ProfilesOf(JsonElement resource)
        => resource.TryGetProperty("meta", out var meta) && meta.TryGetProperty("profile", out var profiles) ? profiles.EnumerateArray().Select(profile => profile.GetString()!) : [];

    private static IEnumerable<JsonElement> Constraints(JsonElement definition)
        => definition.GetProperty("snapshot").GetProperty("element").EnumerateArray()
            .SelectMany(element => element.TryGetProperty("constraint", out var constraints) ? constraints.EnumerateArray().ToList() : []);

    private static IEnumerable<(string?, string?)> Concepts(JsonElement concepts)
        => concepts.EnumerateArray().Select(concept => (Text(concept, "code"), Text(concept, "display")));

    private static string? Text(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
