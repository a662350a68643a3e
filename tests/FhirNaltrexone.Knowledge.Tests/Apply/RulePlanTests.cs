using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Apply;
using FhirNaltrexone.Knowledge.Apply.Writing;
using FhirNaltrexone.Knowledge.Tests.Fixtures;

namespace FhirNaltrexone.Knowledge.Tests.Apply;

/// <summary>Plans of the CDS services, applied: rules as actions, and suggestions on the drafts of the record as tasks.</summary>
public sealed class RulePlanTests
{
    private const string Patient = """{"resourceType":"Patient","id":"pt","gender":"female","birthDate":"1990-05-17"}""";

    // Oxycodone, RxNorm 7804, three days before the planned start: PW-02 of the catalogue.
    private const string Opioid = """
        {"resourceType":"MedicationAdministration","id":"oxycodone","status":"completed","effectiveDateTime":"2026-11-19T09:00:00-05:00","subject":{"reference":"Patient/pt"},
         "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"7804"}]} }
        """;

    private static readonly ContentSet Content = ContentSet.LoadEmbedded(new Dictionary<string, string>());

    [Theory]
    [InlineData(null)]
    [InlineData("order-sign")]
    public void The_CarePlan_is_valid_and_so_is_the_transaction_of_its_drafts(string? hook)
    {
        var carePlan = Applied("naltrexone-start-safety", hook, Opioid, Draft("one"), Draft("two"));

        ValidResource.Check(carePlan);
        ValidResource.Check(DraftBundle.Of(carePlan));
    }

    [Fact]
    public void Each_draft_to_be_removed_has_its_task()
    {
        var carePlan = Applied("naltrexone-start-safety", "order-sign", Opioid, Draft("one"), Draft("two"));

        var reading = new CarePlanReading(carePlan);
        var removal = reading.Actions.First(action => (string?)action["title"] == "Remove the naltrexone order");
        Assert.Equal(
            ["MedicationRequest/one", "MedicationRequest/two"],
            removal["action"]!.AsArray().Select(action => (string)reading.Draft(action!.AsObject())!["focus"]!["reference"]!));
    }

    /// <summary>At order-select the selected drafts are judged, at order-sign all of them: what either names is named, and once.</summary>
    [Theory]
    [InlineData("Remove the naltrexone order")]
    [InlineData("Move the start to the first safe date")]
    public void Without_hook_the_drafts_of_every_event_have_their_tasks(string title)
    {
        var carePlan = Selecting("one", Draft("one"), Draft("two"));

        Assert.Equal(["MedicationRequest/one", "MedicationRequest/two"], Focus(carePlan, title));
    }

    /// <summary>An order that ends before the first safe date cannot be moved there; the other one, which is only signed, can.</summary>
    [Fact]
    public void Nothing_to_change_at_the_first_event_hides_nothing_of_the_second()
    {
        var ended = Draft("one").Replace("-05:00\"}", "-05:00\",\"end\":\"2026-11-24T09:00:00-05:00\"}", StringComparison.Ordinal);

        var carePlan = Selecting("one", ended, Draft("two"));

        Assert.Equal(["MedicationRequest/two"], Focus(carePlan, "Move the start to the first safe date"));
    }

    [Fact]
    public void What_an_action_removes_has_its_task_beside_the_actions_below()
    {
        var reading = TestPlan.Of("""
            {"id":"a","title":"Remove it","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/action-type","code":"remove"}]},
             "dynamicValue":[{"path":"action.resource","expression":{"language":"text/fhirpath","expression":"'MedicationRequest/old'"} }],"action":[{"id":"b","title":"Talk"}]}
            """);

        var below = reading.Action("a")["action"]!.AsArray().Select(action => reading.Draft(action!.AsObject())!).ToList();
        Assert.Equal(["MedicationRequest/old", null], below.Select(task => (string?)task["focus"]?["reference"]));
    }

    [Fact]
    public void What_is_to_be_changed_in_a_draft_stands_in_its_task_with_the_new_value()
    {
        var carePlan = Applied("naltrexone-start-safety", "order-sign", Opioid, Draft("one"));

        var reading = new CarePlanReading(carePlan);
        var task = reading.Draft(reading.Actions.First(action => (string?)action["title"] == "Move the start to the first safe date"))!;
        Assert.Equal("MedicationRequest/one", (string?)task["focus"]!["reference"]);
        Assert.Equal("dosageInstruction.timing.repeat.boundsPeriod.start", (string?)task["input"]![0]!["type"]!["text"]);

        // Ten days after a short-acting opioid, by the threshold for the highest safety.
        Assert.StartsWith("2026-11-29", (string?)task["input"]![0]!["valueString"], StringComparison.Ordinal);
    }

    /// <summary>A null condition is undecided; here it is so at each event, and applies at none.</summary>
    [Fact]
    public void What_is_undecided_at_every_event_is_told_once()
    {
        var reading = TestPlan.Of($$"""{"id":"a","trigger":[{"type":"named-event","name":"x"},{"type":"named-event","name":"y"}],"condition":[{{TestPlan.Condition("{}")}}]}""");

        Assert.Equal([("a", "incomplete")], reading.Issues);
        Assert.Single(reading.Action("a")["condition"]!.AsArray());
    }

    /// <summary>An element is no reference, alone or beside one.</summary>
    [Theory]
    [InlineData("%patient")]
    [InlineData("'MedicationRequest/a' | %patient")]
    public void What_names_no_resource_to_remove_is_told_and_not_taken_for_nothing_to_do(string path)
    {
        var reading = TestPlan.Of($$"""
            {"id":"a","title":"Remove it","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/action-type","code":"remove"}]},
             "dynamicValue":[{"path":"action.resource","expression":{"language":"text/fhirpath","expression":"{{path}}"} }]}
            """);

        Assert.Equal("Remove it", (string?)reading.Action("a")["title"]);
        Assert.Equal("a", Assert.Single(reading.Issues).Item1);
    }

    [Fact]
    public void What_stands_below_an_event_is_judged_at_it_alone_through_nested_plans_too()
    {
        var nested = TestPlan.Definition("nested", """{"id":"x","trigger":[{"type":"named-event","name":"x"}]},{"id":"y","trigger":[{"type":"named-event","name":"y"}]}""");

        var reading = TestPlan.Of(
            """{"id":"a","trigger":[{"type":"named-event","name":"x"}],"definitionCanonical":"https://example.org/PlanDefinition/nested"}""", definitions: nested);

        Assert.Equal(["a", "x"], reading.Actions.Select(action => (string)action["id"]!));
    }

    /// <summary>No event reaches it, whichever the plan is applied at; what the hook asked for leaves out is no such case.</summary>
    [Theory]
    [InlineData(null, "a, b, b.c")]
    [InlineData("x", "a, b, b.c")]
    [InlineData("y", "b")]
    public void What_no_event_can_reach_is_told_and_what_another_event_reaches_is_not(string? hook, string left)
    {
        var plan = TestPlan.Definition("tested", """
            {"id":"a","trigger":[{"type":"named-event","name":"x"}],"action":[{"id":"never","trigger":[{"type":"named-event","name":"y"}]}]},
            {"id":"b","trigger":[{"type":"named-event","name":"x"},{"type":"named-event","name":"y"}],"action":[{"id":"b.c","trigger":[{"type":"named-event","name":"x"}]}]}
            """);

        var reading = Read(TestPlan.Request(plan, "2026-03-07T10:00:00-05:00") with { Hook = hook });

        Assert.Equal(left, string.Join(", ", reading.Actions.Select(action => action["id"])));
        var issue = Assert.Single(reading.Outcome);
        Assert.Equal("conflict", (string?)issue["code"]);
        Assert.Contains("never", (string?)issue["diagnostics"], StringComparison.Ordinal);
    }

    /// <summary>What brings a plan in binds its actions too, through actions that name no event.</summary>
    [Fact]
    public void What_no_event_can_reach_in_a_nested_plan_is_told_for_each_place_that_brings_it_in()
    {
        var nested = TestPlan.Definition("nested", """{"id":"group","action":[{"title":"At y","trigger":[{"type":"named-event","name":"y"}]}]},{"id":"rest"}""");
        string Host(string id) => $$"""{"id":"{{id}}","trigger":[{"type":"named-event","name":"{{id}}"}],"definitionCanonical":"https://example.org/PlanDefinition/nested"}""";

        var reading = Read(TestPlan.Request(TestPlan.Definition("tested", $"{Host("x")},{Host("y")},{Host("z")}"), "2026-03-07T10:00:00-05:00", nested));

        Assert.Equal(["x", "z"], reading.Outcome.Select(issue => ((string)issue["diagnostics"]!).Split("only at ")[1][..1]));
        Assert.All(reading.Outcome, issue => Assert.Contains("At y", (string?)issue["diagnostics"], StringComparison.Ordinal));
    }

    [Fact]
    public void More_events_than_anybody_names_are_refused_unless_one_is_named()
    {
        var triggers = string.Join(',', Enumerable.Range(1, 65).Select(number => $$"""{"type":"named-event","name":"e{{number}}"}"""));
        var plan = TestPlan.Request(TestPlan.Definition("tested", $$"""{"id":"a","trigger":[{{triggers}}]}"""), "2026-03-07T10:00:00-05:00");

        Assert.Equal("too-costly", Application.ApplyPlan(plan, CancellationToken.None).Fault?.Code);
        Assert.Null(Application.ApplyPlan(plan with { Hook = "e65" }, CancellationToken.None).Fault);
    }

    private static string Draft(string id) => $$"""
        {"resourceType":"MedicationRequest","id":"{{id}}","status":"draft","intent":"order","subject":{"reference":"Patient/pt"},
         "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1483780"}]},
         "dosageInstruction":[{"timing":{"repeat":{"boundsPeriod":{"start":"2026-11-22T09:00:00-05:00"},"frequency":1,"period":1,"periodUnit":"d"} } }] }
        """;

    private static CarePlanReading Read(ApplyRequest request) => new(Application.ApplyPlan(request, CancellationToken.None).Resource!);

    private static JsonObject Selecting(string selected, params string[] drafts) => Read(
        "naltrexone-start-safety", null, TestChart.With(drafts) with { Selections = [$"MedicationRequest/{selected}"] }, Opioid);

    private static IEnumerable<string> Focus(JsonObject carePlan, string title)
    {
        var reading = new CarePlanReading(carePlan);
        var action = reading.Actions.First(action => (string?)action["title"] == title);
        return (action["action"]?.AsArray().Select(one => one!.AsObject()) ?? [action]).Select(one => (string)reading.Draft(one)!["focus"]!["reference"]!);
    }

    private static JsonObject Applied(string plan, string? hook, params string[] records) => Read(plan, hook, TestChart.With(), records);

    private static JsonObject Read(string plan, string? hook, Chart chart, params string[] records) => Application.ApplyPlan(
        new()
        {
            Definition = Content.All("PlanDefinition").Single(one => one.GetProperty("id").GetString() == plan),
            Chart = chart with { Resources = [.. records.Prepend(Patient).Select(record => JsonElement.Parse(record))] },
            Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(-5)),
            Hook = hook,
            Definitions = Content.Find,
            Libraries = Content.Libraries.Find,
        },
        CancellationToken.None).Resource!;
}
