using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Rest;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Server.Tests.Reasoning;

/// <summary>$data-requirements of libraries and plans: a module-definition that is R4 and names what is read, needed, taken and given.</summary>
public sealed class DataRequirementsTests(SharedFhir shared) : IClassFixture<SharedFhir>
{
    private const string Base = "https://fhirnaltrexone.example.org/fhir";

    private readonly FhirHttp _fhir = shared.WithOwn();

    [Fact]
    public async Task A_library_tells_what_it_reads_through_others_too()
    {
        var module = await ModuleAsync("Library/WithdrawalRules/$data-requirements");

        Assert.Equal("module-definition", (string)module["type"]!["coding"]![0]!["code"]!);
        Assert.Contains("Observation", Types(module));
        Assert.Contains("MedicationRequest", Types(module));
        Assert.Contains($"{Base}/Library/NaltrexoneThresholds", Dependencies(module));
        Assert.Contains($"{Base}/ValueSet/opioid-agonists", Dependencies(module));
        Assert.Equal("boolean", Parameter(module, "PW-01 Applies", "out"));
        Assert.Equal("Quantity", Parameter(module, "Short Opioid Critical Below", "in"));
    }

    [Fact]
    public async Task A_library_that_reads_nothing_of_a_type_does_not_name_it()
    {
        var module = await ModuleAsync("Library/UrineTests/$data-requirements");

        Assert.Contains("Observation", Types(module));
        Assert.DoesNotContain("Appointment", Types(module));
    }

    [Fact]
    public async Task A_plan_tells_what_its_expressions_read_and_what_it_stands_on()
    {
        var module = await ModuleAsync("PlanDefinition/naltrexone-start-safety/$data-requirements");

        Assert.Contains("MedicationRequest", Types(module));
        Assert.Contains("Observation", Types(module));
        Assert.Contains($"{Base}/Library/WithdrawalRules", Dependencies(module));
        Assert.Contains($"{Base}/ActivityDefinition/naloxone-challenge", Dependencies(module));
        Assert.All(module["parameter"]!.AsArray(), parameter => Assert.Equal("in", (string)parameter!["use"]!));
    }

    [Fact]
    public async Task At_system_level_the_target_says_which_and_gives_the_same()
    {
        var byId = await ModuleAsync("Library/LiverRules/$data-requirements");
        var byTarget = await ModuleAsync($"$data-requirements?target={Base}/Library/LiverRules|0.1.0");

        Assert.Equal(byId.ToJsonString(), byTarget.ToJsonString());
    }

    [Fact]
    public async Task A_stored_plan_is_told_from_our_libraries_and_refused_where_it_stands_on_others()
    {
        await _fhir.StoreAsync($$$"""{"resourceType":"PlanDefinition","id":"mine","status":"draft","library":["{{{Base}}}/Library/NaltrexoneTreatment"],"action":[{"condition":[{"kind":"applicability","expression":{"language":"text/cql-identifier","expression":"XR Injections"}}]}]}""");
        await _fhir.StoreAsync("""{"resourceType":"PlanDefinition","id":"other","status":"draft","library":["http://example.org/Library/x"]}""");

        // Records of medicines, and nothing that rules read besides.
        var types = Types(await ModuleAsync("PlanDefinition/mine/$data-requirements")).ToList();
        Assert.Contains("MedicationAdministration", types);
        Assert.DoesNotContain("Observation", types);
        using var response = await _fhir.GetAsync("/fhir/PlanDefinition/other/$data-requirements");
        await response.IssueAsync(422);
    }

    [Theory]
    [InlineData("Library/none/$data-requirements", 404)]
    [InlineData("PlanDefinition/none/$data-requirements", 404)]
    [InlineData("$data-requirements", 400)]
    [InlineData("$data-requirements?target=http://example.org/none", 404)]
    [InlineData("Library/LiverRules/$data-requirements?target=x", 400)]
    public async Task What_is_not_there_or_asked_wrongly_is_refused(string address, int status)
    {
        using var response = await _fhir.GetAsync($"/fhir/{address}");

        await response.IssueAsync(status);
    }

    private static IEnumerable<string> Types(JsonObject module) => module["dataRequirement"]!.AsArray().Select(one => (string)one!["type"]!);

    private static IEnumerable<string> Dependencies(JsonObject module) => module["relatedArtifact"]!.AsArray().Select(one => (string)one!["resource"]!);

    private static string Parameter(JsonObject module, string name, string use)
        => (string)module["parameter"]!.AsArray().Single(one => (string)one!["name"]! == name && (string)one["use"]! == use)!["type"]!;

    private async Task<JsonObject> ModuleAsync(string address)
    {
        using var response = await _fhir.GetAsync($"/fhir/{address}");
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {System.Text.Encoding.UTF8.GetString(bytes)}");
        Assert.Empty(new ContentReader().FromJson(bytes).Issues);
        return JsonNode.Parse(bytes)!.AsObject();
    }
}
