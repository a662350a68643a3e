using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Tests.Conformance;
using FhirNaltrexone.Server.Tests.Rest;

namespace FhirNaltrexone.Server.Tests.Reasoning;

/// <summary><c>$apply</c> of plans whose actions belong to hooks: as the CDS service judges at each of them, and never silent for want of one.</summary>
public sealed class ApplyHookTests : IClassFixture<SharedFhir>
{
    private const string Monitoring = "naltrexone-monitoring";
    private const string StartSafety = "naltrexone-start-safety";

    private readonly FhirHttp _fhir;

    public ApplyHookTests(SharedFhir shared) => _fhir = shared.WithOwn("OWN");

    /// <summary>OD-01 of the catalogue: a naltrexone draft and no reversal agent; CT-02: no psychosocial support on record. Neither is bound to the end of a stay.</summary>
    [Theory]
    [InlineData(Monitoring, "", true)]
    [InlineData(Monitoring, "&hook=patient-view", true)]
    [InlineData(Monitoring, "&hook=encounter-start", true)]
    [InlineData(Monitoring, "&hook=encounter-discharge", false)]
    [InlineData(StartSafety, "", true)]
    [InlineData(StartSafety, "&hook=order-select", true)]
    [InlineData(StartSafety, "&hook=order-sign", true)]
    public async Task A_stored_draft_is_judged(string plan, string hook, bool isSaid)
    {
        await StorePatientAsync(Draft);

        var carePlan = await AppliedAsync($"{plan}/$apply?subject=Patient/OWN{hook}");

        var rules = Rules(carePlan);
        Assert.Equal((isSaid, isSaid), (rules.Contains("OD-01"), rules.Contains("CT-02")));
        Assert.Equal(rules.Distinct(), rules);
        Assert.DoesNotContain("event", Told(carePlan), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Monitoring, "order-sign", "patient-view, encounter-start, encounter-discharge")]
    [InlineData(StartSafety, "order-sing", "order-select, order-sign")]
    [InlineData("liver-monitoring", "patient-view", "no hook")]
    public async Task A_hook_that_the_plan_does_not_know_is_refused_with_those_it_does(string plan, string hook, string named)
    {
        await StorePatientAsync();

        using var response = await _fhir.GetAsync($"/fhir/PlanDefinition/{plan}/$apply?subject=Patient/OWN&hook={hook}");

        var issue = await response.IssueAsync(400);
        Assert.Equal("hook", (string?)issue["expression"]![0]);
        Assert.Contains(named, (string?)issue["diagnostics"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activity_belongs_to_no_hook()
    {
        await StorePatientAsync();

        using var response = await _fhir.GetAsync("/fhir/ActivityDefinition/hepatic-panel/$apply?subject=Patient/OWN&hook=order-sign");

        await response.IssueAsync(400);
    }

    /// <summary>Rules on orders have nothing to judge then; that they are silent clears no order.</summary>
    [Theory]
    [InlineData(StartSafety, "", true)]
    [InlineData(StartSafety, "&hook=order-sign", true)]
    [InlineData("naltrexone-opioid-blockade", "", true)]
    [InlineData(Monitoring, "", false)]
    public async Task Where_no_draft_is_there_to_be_judged_the_result_says_so(string plan, string hook, bool isSaid)
    {
        await StorePatientAsync();

        var carePlan = await AppliedAsync($"{plan}/$apply?subject=Patient/OWN{hook}");

        Assert.Equal(isSaid, Told(carePlan).Contains("no draft order", StringComparison.Ordinal));
    }

    /// <summary>At appointment-book rules judge appointments, those of the record too; one that took place is none to be booked.</summary>
    [Theory]
    [InlineData("&hook=appointment-book", null, true)]
    [InlineData("&hook=appointment-book", "fulfilled", true)]
    [InlineData("&hook=appointment-book", "booked", false)]
    [InlineData("", null, true)]
    [InlineData("", "proposed", false)]
    [InlineData("&hook=order-sign", null, false)]
    public async Task Where_no_appointment_is_there_to_be_judged_the_result_says_so(string hook, string? status, bool isSaid)
    {
        await StorePatientAsync(status is null ? [Draft] : [Draft, $$"""
            {"resourceType":"Appointment","id":"OWN","status":"{{status}}","start":"2026-11-24T09:00:00Z","end":"2026-11-24T10:00:00Z",
             "participant":[{"actor":{"reference":"Patient/OWN"},"status":"accepted"}]}
            """]);

        var told = Told(await AppliedAsync($"naltrexone-opioid-blockade/$apply?subject=Patient/OWN{hook}"));

        Assert.Equal(isSaid, told.Contains("no appointment", StringComparison.Ordinal));
        Assert.DoesNotContain("no draft order", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_suggestion_changes_is_named_in_its_task_and_one_with_nothing_to_change_is_left_out()
    {
        await StorePatientAsync(Draft, Opioid);

        var carePlan = await AppliedAsync($"{StartSafety}/$apply?subject=Patient/OWN&hook=order-sign");

        var opioid = carePlan["contained"]![0]!["action"]!.AsArray().Single(action => AppliedRule.Of(action!).Rule == "PW-01")!;
        Assert.Equal("stat", (string?)opioid["priority"]);
        var removal = opioid["action"]!.AsArray().Single(action => (string?)action!["title"] == "Remove the naltrexone order")!;
        var task = carePlan["contained"]!.AsArray().Single(item => $"#{item!["id"]}" == (string?)removal["resource"]!["reference"])!;
        Assert.Equal(_fhir.Own("MedicationRequest/OWN-draft"), (string?)task["focus"]!["reference"]);
        Assert.DoesNotContain("could not be computed", Told(carePlan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Actions_without_trigger_apply_at_every_hook_and_those_of_others_do_not()
    {
        await StorePatientAsync();
        await _fhir.StoreAsync("""
            {"resourceType":"PlanDefinition","id":"OWN","url":"https://example.org/PlanDefinition/OWN","status":"active","action":[
              {"id":"always","title":"A"},
              {"id":"seen","title":"B","trigger":[{"type":"named-event","name":"patient-view"}]},
              {"id":"signed","title":"C","trigger":[{"type":"named-event","name":"order-sign"}],"action":[{"id":"below","title":"D"}]}]}
            """);

        var all = await AppliedAsync("OWN/$apply?subject=Patient/OWN");
        var seen = await AppliedAsync("OWN/$apply?subject=Patient/OWN&hook=patient-view");

        Assert.Equal(["always", "seen", "signed"], Ids(all));
        Assert.Equal(["always", "seen"], Ids(seen));
    }

    /// <summary>PW-01 and PW-14 of the catalogue judge orders: outside of hooks there are none, and nothing is said.</summary>
    [Theory]
    [InlineData("PW-01 Applies", true)]
    [InlineData("PW-14 Applies", true)]
    [InlineData("PW-03 Applies", false)]
    public async Task What_an_action_without_event_would_say_at_one_is_told(string rule, bool isTold)
    {
        await StorePatientAsync(Draft, Opioid, Detoxification);
        await StorePlanAsync($$"""{"title":"Ask first","condition":[{"kind":"applicability","expression":{"language":"text/cql-identifier","expression":"{{rule}}"} }]}""");

        var carePlan = await AppliedAsync("OWN/$apply?subject=Patient/OWN");

        Assert.Null(carePlan["contained"]![0]!["action"]);
        Assert.Equal((isTold, isTold), (Told(carePlan).Contains("'Ask first'", StringComparison.Ordinal), Told(carePlan).Contains("order-select, order-sign", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task That_no_order_is_there_to_be_judged_is_told_of_an_action_without_event_too()
    {
        await StorePatientAsync(Opioid);
        await StorePlanAsync("""{"title":"Ask first","condition":[{"kind":"applicability","expression":{"language":"text/cql-identifier","expression":"PW-01 Applies"} }]}""");

        var carePlan = await AppliedAsync("OWN/$apply?subject=Patient/OWN");

        Assert.Contains("At order-select, order-sign rules judge what is being ordered", Told(carePlan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_action_without_event_would_remove_at_one_is_told()
    {
        await StorePatientAsync(Draft);
        await StorePlanAsync("""
            {"title":"Take it back","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/action-type","code":"remove"}]},
             "dynamicValue":[{"path":"action.resource","expression":{"language":"text/cql-identifier","expression":"Draft Naltrexone References"} }]}
            """);

        var carePlan = await AppliedAsync("OWN/$apply?subject=Patient/OWN");

        Assert.Null(carePlan["contained"]![0]!["action"]);
        Assert.Contains("'Take it back'", Told(carePlan), StringComparison.Ordinal);
    }

    /// <summary>At x it applies, at y the record does not tell: what belongs to y stays, and that it is not decided is told.</summary>
    [Fact]
    public async Task What_is_undecided_at_one_event_is_told_though_it_applies_at_another()
    {
        await StorePatientAsync(AtX);
        await _fhir.StoreAsync("""
            {"resourceType":"PlanDefinition","id":"OWN","url":"https://example.org/PlanDefinition/OWN","status":"active","library":["https://example.org/Library/OWN-at-x"],"action":[
              {"id":"a","title":"A","trigger":[{"type":"named-event","name":"x"},{"type":"named-event","name":"y"}],
               "condition":[{"kind":"applicability","expression":{"language":"text/cql-identifier","expression":"At X"} }],
               "action":[{"id":"below","title":"B","trigger":[{"type":"named-event","name":"y"}]}]}]}
            """);

        var carePlan = await AppliedAsync("OWN/$apply?subject=Patient/OWN");

        var action = Assert.Single(carePlan["contained"]![0]!["action"]!.AsArray())!;
        Assert.Equal(("below", (string?)null), ((string?)action["action"]![0]!["id"], (string?)action["prefix"]));
        Assert.Contains("at y too", Told(carePlan), StringComparison.Ordinal);
    }

    /// <summary>What belongs to the undecided event alone is no more decided than what it stands in; what belongs to the other too is.</summary>
    [Fact]
    public async Task What_stands_below_an_undecided_event_alone_is_marked_and_told()
    {
        await StorePatientAsync(AtX);
        await _fhir.StoreAsync("""
            {"resourceType":"PlanDefinition","id":"OWN","url":"https://example.org/PlanDefinition/OWN","status":"active","library":["https://example.org/Library/OWN-at-x"],"action":[
              {"id":"a","title":"A","trigger":[{"type":"named-event","name":"x"},{"type":"named-event","name":"y"}],
               "condition":[{"kind":"applicability","expression":{"language":"text/cql-identifier","expression":"At X"} }],
               "action":[{"id":"both","title":"B","action":[{"id":"below","title":"C","trigger":[{"type":"named-event","name":"y"}]}]}]}]}
            """);

        var carePlan = await AppliedAsync("OWN/$apply?subject=Patient/OWN");

        var both = Assert.Single(carePlan["contained"]![0]!["action"]!.AsArray())!["action"]![0]!;
        Assert.Null(both["prefix"]);
        Assert.Equal(("To be decided:", "At X"), ((string?)both["action"]![0]!["prefix"], (string?)both["action"]![0]!["condition"]![0]!["expression"]!["expression"]));
        Assert.Contains("'below'", ToldAbout(carePlan), StringComparison.Ordinal);
    }

    /// <summary>One task cannot say both; the value for the first event stands, and that the other differs is told.</summary>
    [Fact]
    public async Task Another_change_of_the_same_resource_at_another_event_is_told()
    {
        await StorePatientAsync(AtX);
        await _fhir.StoreAsync("""
            {"resourceType":"PlanDefinition","id":"OWN","url":"https://example.org/PlanDefinition/OWN","status":"active","library":["https://example.org/Library/OWN-at-x"],"action":[
              {"id":"a","title":"A","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/action-type","code":"update"}]},
               "trigger":[{"type":"named-event","name":"x"},{"type":"named-event","name":"y"}],
               "dynamicValue":[{"path":"action.resource","expression":{"language":"text/fhirpath","expression":"'MedicationRequest/d'"} },
                 {"path":"priority","expression":{"language":"text/cql-identifier","expression":"Text"} },
                 {"path":"intent","expression":{"language":"text/fhirpath","expression":"'order'"} }]}]}
            """);

        var carePlan = await AppliedAsync("OWN/$apply?subject=Patient/OWN");

        var task = carePlan["contained"]!.AsArray().Single(one => (string?)one!["resourceType"] == "Task")!;
        Assert.Equal(["at x", "order"], task["input"]!.AsArray().Select(input => (string?)input!["valueString"]));
        Assert.Contains("priority", Told(carePlan), StringComparison.Ordinal);
        Assert.Contains("at y", Told(carePlan), StringComparison.Ordinal);
        Assert.DoesNotContain("intent", Told(carePlan), StringComparison.Ordinal);
    }

    private const string Draft = """
        {"resourceType":"MedicationRequest","id":"OWN-draft","status":"draft","intent":"order","subject":{"reference":"Patient/OWN"},
         "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1483780"}]} }
        """;

    // Morphine, active and without end: PW-01 of the catalogue.
    private const string Opioid = """
        {"resourceType":"MedicationRequest","id":"OWN-morphine","status":"active","intent":"order","authoredOn":"2026-11-20","subject":{"reference":"Patient/OWN"},
         "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"7052"}]} }
        """;

    // PW-14 of the catalogue.
    private const string Detoxification = """
        {"resourceType":"ServiceRequest","id":"OWN-detox","status":"draft","intent":"order","subject":{"reference":"Patient/OWN"},
         "code":{"coding":[{"system":"https://fhirnaltrexone.example.org/fhir/CodeSystem/naltrexone-observation","code":"anesthesia-assisted-detox"}]} }
        """;

    // ELM of: define "At X": if Context."Hook" = 'x' then true else null as Boolean, and define "Text": if Context."Hook" = 'x' then 'at x' else 'at other'
    private static string AtX => $$"""
        {"resourceType":"Library","id":"OWN-at-x","url":"https://example.org/Library/OWN-at-x","version":"1","name":"Own","status":"active",
         "type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/library-type","code":"logic-library"}]},
         "content":[{"contentType":"application/elm+json","data":"{{Convert.ToBase64String("""
            {"library":{"identifier":{"id":"Own","version":"1"},"schemaIdentifier":{"id":"urn:hl7-org:elm","version":"r1"},
              "usings":{"def":[{"localIdentifier":"System","uri":"urn:hl7-org:elm-types:r1"},{"localIdentifier":"FHIR","uri":"http://hl7.org/fhir","version":"4.0.1"}]},
              "includes":{"def":[{"localIdentifier":"Context","path":"NaltrexoneContext","version":"0.1.0"}]},
              "contexts":{"def":[{"name":"Patient"}]},
              "statements":{"def":[{"name":"At X","context":"Patient","accessLevel":"Public","expression":{"type":"If",
                "condition":{"type":"Equal","operand":[{"type":"ParameterRef","name":"Hook","libraryName":"Context"},{"type":"Literal","valueType":"{urn:hl7-org:elm-types:r1}String","value":"x"}]},
                "then":{"type":"Literal","valueType":"{urn:hl7-org:elm-types:r1}Boolean","value":"true"},
                "else":{"type":"As","asType":"{urn:hl7-org:elm-types:r1}Boolean","operand":{"type":"Null"}}}},
               {"name":"Text","context":"Patient","accessLevel":"Public","expression":{"type":"If",
                "condition":{"type":"Equal","operand":[{"type":"ParameterRef","name":"Hook","libraryName":"Context"},{"type":"Literal","valueType":"{urn:hl7-org:elm-types:r1}String","value":"x"}]},
                "then":{"type":"Literal","valueType":"{urn:hl7-org:elm-types:r1}String","value":"at x"},
                "else":{"type":"Literal","valueType":"{urn:hl7-org:elm-types:r1}String","value":"at other"}}}]}}}
            """u8)}}"}]}
        """;

    private static List<string> Rules(JsonObject carePlan)
        => [.. (carePlan["contained"]![0]!["action"]?.AsArray() ?? []).Select(action => AppliedRule.Of(action!).Rule)];

    private static IEnumerable<string> Ids(JsonObject carePlan) => carePlan["contained"]![0]!["action"]!.AsArray().Select(action => (string)action!["id"]!);

    private static string Told(JsonObject carePlan) => string.Join('\n', carePlan["contained"]!.AsArray()
        .Where(item => (string?)item!["resourceType"] == "OperationOutcome").SelectMany(item => item!["issue"]!.AsArray()).Select(issue => (string?)issue!["diagnostics"]));

    private static string ToldAbout(JsonObject carePlan) => string.Join('\n', carePlan["contained"]!.AsArray()
        .Where(item => (string?)item!["resourceType"] == "OperationOutcome").SelectMany(item => item!["issue"]!.AsArray()).Select(issue => (string?)issue!["expression"]?[0]));

    private async Task<JsonObject> AppliedAsync(string address)
    {
        using var response = await _fhir.GetAsync($"/fhir/PlanDefinition/{address}");
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.JsonAsync()).AsObject();
    }

    private async Task StorePlanAsync(string action) => await _fhir.StoreAsync($$"""
        {"resourceType":"PlanDefinition","id":"OWN","url":"https://example.org/PlanDefinition/OWN","status":"active",
         "library":["https://fhirnaltrexone.example.org/fhir/Library/WithdrawalRules"],"action":[{{action}}]}
        """);

    private async Task StorePatientAsync(params IEnumerable<string> records)
    {
        foreach (var record in records.Prepend("""{"resourceType":"Patient","id":"OWN","gender":"female","birthDate":"1990-03-02"}""")) await _fhir.StoreAsync(record);
    }
}
