using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Apply;

namespace FhirNaltrexone.Knowledge.Tests.Apply;

/// <summary>Which actions remain, and what is carried over.</summary>
public sealed class PlanTests
{
    private const string Activity = """
        {"resourceType":"ActivityDefinition","id":"drug","url":"https://example.org/ActivityDefinition/drug","version":"2","name":"Drug","status":"active","kind":"MedicationRequest",
         "intent":"order","productCodeableConcept":{"text":"naltrexone 50 mg"},
         "dosage":[{"text":"one a day","timing":{"repeat":{"boundsDuration":{"value":4,"system":"http://unitsofmeasure.org","code":"wk"},"frequency":1,"period":1,"periodUnit":"d"}},
                    "doseAndRate":[{"doseQuantity":{"value":50,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}}]}]}
        """;

    [Fact]
    public void An_action_whose_condition_is_false_goes_with_all_below_it()
    {
        var reading = TestPlan.Of($$"""
            {"id":"gone","condition":[{{TestPlan.Condition("false")}}],"action":[{"id":"child"}]},
            {"id":"here","condition":[{{TestPlan.Condition("%patient.gender = 'female'")}},{{TestPlan.Condition("%definition.name = 'Tested'")}}]}
            """);

        Assert.Equal(["here"], reading.Actions.Select(action => (string?)action["id"]));
        Assert.Empty(reading.Issues);
    }

    [Theory]
    [InlineData("""{"language":"text/fhirpath","expression":"{}"}""", "incomplete")]
    [InlineData("""{"language":"text/fhirpath","expression":"%patient.name.first().family = 'x'"}""", "incomplete")]
    [InlineData("""{"language":"text/fhirpath","expression":"1 +"}""", "invalid")]
    [InlineData("""{"language":"text/fhirpath","expression":"'text'"}""", "value")]
    [InlineData("""{"language":"text/cql-identifier","expression":"No Such Define"}""", "not-found")]
    [InlineData("""{"language":"text/x-other","expression":"true"}""", "not-supported")]
    [InlineData("""{"language":"text/cql"}""", "required")]
    public void What_cannot_be_decided_stays_is_marked_and_is_told(string expression, string code)
    {
        var reading = TestPlan.Of($$"""{"id":"a","prefix":"1.","condition":[{"kind":"applicability","expression":{{expression}} }],"action":[{"id":"child"}]}""");

        Assert.Equal(["a", "child"], reading.Actions.Select(action => (string?)action["id"]));
        Assert.Equal("To be decided: 1.", (string?)reading.Action("a")["prefix"]);
        Assert.Single(reading.Action("a")["condition"]!.AsArray());
        Assert.Equal([("a", code)], reading.Issues);
    }

    [Fact]
    public void One_false_condition_decides_whatever_the_others_are()
        => Assert.Empty(TestPlan.Of($$"""{"id":"a","condition":[{{TestPlan.Condition("{}")}},{{TestPlan.Condition("false")}}]}""").Actions);

    [Fact]
    public void How_actions_go_together_is_carried_over()
    {
        var behaviour = """
            "groupingBehavior":"logical-group","selectionBehavior":"exactly-one","requiredBehavior":"must","precheckBehavior":"no","cardinalityBehavior":"single"
            """;

        var action = TestPlan.Of($$"""{"id":"a","title":"One of two",{{behaviour}},"action":[{"id":"b"},{"id":"c"}]}""").Action("a");

        foreach (var (name, value) in JsonNode.Parse($"{{{behaviour}}}")!.AsObject()) Assert.Equal((string?)value, (string?)action[name]);
        Assert.Equal(2, action["action"]!.AsArray().Count);
    }

    [Fact]
    public void What_names_no_definition_becomes_a_task_and_a_group_of_which_nothing_remains_is_left_out()
    {
        var reading = TestPlan.Of($$"""
            {"id":"talk","title":"Talk","timingDateTime":"2026-06-01"},
            {"id":"empty","title":"Group","action":[{"id":"gone","condition":[{{TestPlan.Condition("false")}}]}]}
            """);

        var draft = reading.Draft(reading.Action("talk"))!;
        Assert.Equal("Task draft option Talk", $"{draft["resourceType"]} {draft["status"]} {draft["intent"]} {draft["description"]}");
        Assert.Equal("2026-06-01", (string?)draft["restriction"]!["period"]!["start"]);
        Assert.Equal(["talk"], reading.Actions.Select(action => (string?)action["id"]));
    }

    [Fact]
    public void A_medicine_is_drafted_and_its_dosage_starts_with_the_action()
    {
        var reading = TestPlan.Of(
            $$"""{"id":"a","definitionCanonical":"https://example.org/ActivityDefinition/drug","timingDuration":{{TestPlan.Length("3", "d")}},"reason":[{"text":"because"}]}""",
            definitions: Activity);

        var draft = reading.Draft(reading.Action("a"))!;
        Assert.Equal("draft option Patient/pt", $"{draft["status"]} {draft["intent"]} {draft["subject"]!["reference"]}");
        Assert.Equal("https://example.org/ActivityDefinition/drug|2", (string?)draft["instantiatesCanonical"]![0]);
        Assert.Equal("""{"start":"2026-03-10","end":"2026-04-06"}""", draft["dosageInstruction"]![0]!["timing"]!["repeat"]!["boundsPeriod"]!.ToJsonString());
        Assert.Equal("50 mg", reading.Dose(reading.Action("a")));
        Assert.Equal("because", (string?)draft["reasonCode"]![0]!["text"]);
    }

    /// <summary>An action of a RequestGroup has no reason, and a Task has one.</summary>
    [Fact]
    public void Why_a_heading_stands_there_is_its_justification_and_further_reasons_of_a_task_are_noted()
    {
        var reading = TestPlan.Of("""
            {"id":"group","reason":[{"text":"of the group"}],"action":[{"id":"b","title":"Talk","reason":[{"text":"own"},{"coding":[{"system":"http://snomed.info/sct","code":"1","display":"other"}]}]}]}
            """);

        Assert.Equal("""[{"type":"justification","display":"of the group"}]""", reading.Action("group")["documentation"]?.ToJsonString());
        var task = reading.Draft(reading.Action("b"))!;
        Assert.Equal(("own", "Reason: other"), ((string?)task["reasonCode"]!["text"], (string?)task["note"]?[0]!["text"]));
    }

    [Fact]
    public void A_computed_element_of_the_draft_is_set_and_one_that_is_not_known_is_told()
    {
        var reading = TestPlan.Of(
            """
            {"id":"a","definitionCanonical":"https://example.org/ActivityDefinition/drug","dynamicValue":[
              {"path":"dosageInstruction.doseAndRate.doseQuantity.value","expression":{"language":"text/fhirpath","expression":"25"}},
              {"path":"%note.text","expression":{"language":"text/fhirpath","expression":"'careful'"}},
              {"path":"dosageInstruction.site.text","expression":{"language":"text/fhirpath","expression":"{}"}},
              {"path":"no.such","expression":{"language":"text/fhirpath","expression":"1"}},
              {"path":"action.title","expression":{"language":"text/fhirpath","expression":"'Title'"}}]}
            """,
            definitions: Activity);

        var draft = reading.Draft(reading.Action("a"))!;
        Assert.Equal("25 mg", reading.Dose(reading.Action("a")));
        Assert.Equal("careful", (string?)draft["note"]![0]!["text"]);
        Assert.Equal("Title", (string?)reading.Action("a")["title"]);
        Assert.Equal([("a", "value"), ("a", "value")], reading.Issues);
    }

    [Fact]
    public void A_nested_plan_becomes_actions_below_and_counts_from_the_action_that_brings_it()
    {
        var nested = TestPlan.Definition("nested", $$"""{"id":"x","timingDuration":{{TestPlan.Length("1", "d")}} },{"id":"a","relatedAction":[{"actionId":"x","relationship":"after-start","offsetDuration":{{TestPlan.Length("1", "d")}} }]}""");

        var reading = TestPlan.Of(
            $$"""{"id":"a","definitionCanonical":"https://example.org/PlanDefinition/nested","timingDuration":{{TestPlan.Length("1", "wk")}} }""", definitions: nested);

        Assert.Equal(["a 2026-03-14", "x 2026-03-15", "a.a 2026-03-16"], reading.Actions.Select(action => $"{action["id"]} {CarePlanReading.When(action)}"));
    }

    [Fact]
    public void A_plan_that_contains_itself_is_refused()
    {
        var nested = TestPlan.Definition("nested", $$"""{"id":"x","definitionCanonical":"{{TestPlan.Url}}"}""");

        var result = TestPlan.Applied("""{"id":"a","definitionCanonical":"https://example.org/PlanDefinition/nested"}""", definitions: nested);

        Assert.Null(result.Resource);
        Assert.Equal("business-rule", result.Fault?.Code);
    }

    [Fact]
    public void Too_many_actions_too_deep_a_nesting_and_too_many_dates_are_refused()
    {
        var many = string.Join(',', Enumerable.Repeat("{}", 1001));
        var deep = string.Concat(Enumerable.Repeat("{\"action\":[", 13)) + "{}" + string.Concat(Enumerable.Repeat("]}", 13));
        var dates = """{"timingTiming":{"repeat":{"count":1000000,"frequency":1,"period":1,"periodUnit":"wk"}}}""";

        Assert.All(new[] { many, deep, dates }, actions => Assert.Equal("too-costly", TestPlan.Applied(actions).Fault?.Code));
    }

    [Fact]
    public void A_relation_to_an_action_that_does_not_apply_is_told_when_it_would_give_the_date()
    {
        var reading = TestPlan.Of($$"""
            {"id":"gone","condition":[{{TestPlan.Condition("false")}}]},
            {"id":"b","relatedAction":[{"actionId":"gone","relationship":"after-start","offsetDuration":{{TestPlan.Length("1", "d")}} }]},
            {"id":"c","relatedAction":[{"actionId":"gone","relationship":"after-start","offsetDuration":{{TestPlan.Length("1", "d")}} }],"timingDateTime":"2026-06-01"}
            """);

        Assert.Equal([("b", "not-found")], reading.Issues);
        Assert.Equal("2026-06-01", CarePlanReading.When(reading.Action("c")));
        Assert.Null(reading.Action("b")["relatedAction"]);
    }

    [Theory]
    [InlineData("""{"relatedAction":[{"actionId":"nowhere","relationship":"after"}]}""", "nowhere")]
    [InlineData("""{"transform":"https://example.org/StructureMap/x"}""", "transform")]
    [InlineData("""{"subjectCodeableConcept":{"coding":[{"system":"http://hl7.org/fhir/resource-types","code":"Device"}]}}""", "subjectCodeableConcept")]
    [InlineData("""{"participant":[{"type":"patient","role":{"text":"nurse"}}]}""", "participant.role")]
    [InlineData("""{"participant":[{"type":"device"}]}""", "participant")]
    [InlineData("""{"dynamicValue":[{"path":"action.timingTiming.repeat.count","expression":{"language":"text/fhirpath","expression":"2"}}]}""", "timingTiming.repeat.count")]
    public void What_is_not_carried_over_is_told(string with, string named)
    {
        var action = JsonNode.Parse(with)!.AsObject();
        action["id"] = "a";

        var issue = Assert.Single(TestPlan.Of(action.ToJsonString()).Outcome);

        Assert.Contains("'a'", (string?)issue["expression"]![0], StringComparison.Ordinal);
        Assert.Contains(named, (string?)issue["diagnostics"], StringComparison.Ordinal);
    }

    /// <summary>The call named no practitioner, and an action that wants one would look as if it wanted nobody.</summary>
    [Fact]
    public void A_practitioner_who_takes_part_and_is_not_named_is_told()
    {
        const string Action = """{"id":"a","participant":[{"type":"practitioner"},{"type":"patient"}]}""";

        var issue = Assert.Single(TestPlan.Of(Action).Outcome);
        var named = TestPlan.Request(TestPlan.Definition("tested", Action), "2026-03-07T10:00:00-05:00") with { Practitioner = "Practitioner/p" };

        Assert.Contains("practitioner", (string?)issue["diagnostics"], StringComparison.Ordinal);
        Assert.Contains("'a'", (string?)issue["expression"]![0], StringComparison.Ordinal);
        Assert.Empty(new CarePlanReading(Application.ApplyPlan(named, CancellationToken.None).Resource!).Outcome);
    }

    /// <summary>Most requests of R4 have room for one kind of performer, a task for all, a message for none; who has no role has no room anywhere.</summary>
    [Theory]
    [InlineData("ServiceRequest", "therapist, practitioner")]
    [InlineData("MedicationRequest", "therapist, practitioner")]
    [InlineData("CommunicationRequest", "nurse, therapist, practitioner")]
    [InlineData("Task", "practitioner")]
    public void Performers_for_whom_a_draft_has_no_room_are_told(string kind, string lost)
    {
        var activity = $$"""
            {"resourceType":"ActivityDefinition","id":"many","url":"https://example.org/ActivityDefinition/many","name":"Many","status":"active","kind":"{{kind}}","intent":"proposal",
             {{(kind == "MedicationRequest" ? "\"productCodeableConcept\":{\"text\":\"a\"}," : "")}}
             "participant":[{"type":"practitioner","role":{"text":"nurse"} },{"type":"practitioner","role":{"text":"therapist"} },{"type":"practitioner"}]}
            """;

        var reading = TestPlan.Of("""{"id":"a","definitionCanonical":"https://example.org/ActivityDefinition/many"}""", definitions: activity);

        Assert.EndsWith($": {lost}.", (string?)Assert.Single(reading.Outcome)["diagnostics"], StringComparison.Ordinal);
    }

    /// <summary>What was withdrawn may still be applied, by those who know it.</summary>
    [Fact]
    public void Retired_definitions_are_told_each_once_as_far_as_they_are_used()
    {
        var activity = Activity.Replace("active", "retired", StringComparison.Ordinal);
        var nested = TestPlan.Definition("nested", """{"id":"x","definitionCanonical":"https://example.org/ActivityDefinition/drug"}""").Replace("active", "retired", StringComparison.Ordinal);
        const string Host = "\"definitionCanonical\":\"https://example.org/PlanDefinition/nested\"";

        var reading = TestPlan.Of($$"""{"id":"a",{{Host}} },{"id":"b",{{Host}} }""", definitions: [nested, activity]);
        var unused = TestPlan.Of($$"""{"id":"a","condition":[{{TestPlan.Condition("false")}}],{{Host}} }""", definitions: [nested, activity]);
        var alone = Application.ApplyActivity(TestPlan.Request(activity, "2026-03-07T10:00:00-05:00"), TestContext.Current.CancellationToken).Resource!;

        Assert.Equal(
            ["PlanDefinition/nested|1", "ActivityDefinition/drug|2"],
            reading.Outcome.Select(issue => ((string)issue["diagnostics"]!).Split("https://example.org/")[1].Split(' ')[0]));
        Assert.All(reading.Outcome, issue => Assert.Contains("retired", (string?)issue["diagnostics"], StringComparison.Ordinal));
        Assert.Empty(unused.Outcome);
        Assert.Contains("retired", (string?)Assert.Single(new CarePlanReading(alone).Outcome)["diagnostics"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_to_what_does_not_apply_needs_no_word()
        => Assert.Empty(TestPlan.Of($$"""
            {"id":"gone","condition":[{{TestPlan.Condition("false")}}]},{"id":"b","relatedAction":[{"actionId":"gone","relationship":"after"}]}
            """).Outcome);

    [Theory]
    [InlineData("timingPeriod", "%patient.birthDate")]
    [InlineData("action.timingPeriod", "%patient.birthDate")]
    public void A_timing_is_computed_by_whatever_name_it_goes(string path, string expression)
    {
        var reading = TestPlan.Of($$"""{"id":"a","dynamicValue":[{"path":"{{path}}","expression":{"language":"text/fhirpath","expression":"{{expression}}"} }]}""");

        Assert.Equal("1990-05-17", CarePlanReading.When(reading.Action("a")));
        Assert.Empty(reading.Outcome);
    }

    /// <summary>The number beside it is for engines that compute nothing: to us it is a guess.</summary>
    [Fact]
    public void A_goal_whose_time_cannot_be_computed_is_due_on_no_day_and_told()
    {
        var plan = JsonNode.Parse(TestPlan.Definition("tested", """{"id":"a"}"""))!.AsObject();
        plan["goal"] = JsonNode.Parse("""
            [{"description":{"text":"stay"},"target":[{"measure":{"text":"days"},"due":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/cqf-expression",
              "valueExpression":{"language":"text/cql-identifier","expression":"No Such Define"}}],"value":182,"system":"http://unitsofmeasure.org","code":"d"}}]}]
            """);

        var reading = new CarePlanReading(Application.ApplyPlan(TestPlan.Request(plan.ToJsonString(), "2026-03-07T10:00:00-05:00"), CancellationToken.None).Resource!);

        Assert.Null(Assert.Single(reading.Goals)["target"]![0]!["dueDate"]);
        Assert.Equal("value", Assert.Single(reading.Issues).Code);
    }

    [Fact]
    public void What_a_goal_addresses_is_noted_by_code_too_and_a_target_without_measure_is_told()
    {
        var plan = JsonNode.Parse(TestPlan.Definition("tested", """{"id":"a"}"""))!;
        plan["goal"] = JsonNode.Parse("""
            [{"id":"g","description":{"text":"G"},"addresses":[{"coding":[{"system":"http://snomed.info/sct","code":"75544000"}]}],"target":[{"detailQuantity":{"value":1}}]}]
            """);

        var reading = new CarePlanReading(Application.ApplyPlan(TestPlan.Request(plan.ToJsonString(), "2026-03-07T10:00:00-05:00"), CancellationToken.None).Resource!);

        Assert.Equal("Addresses: 75544000", (string?)Assert.Single(reading.Goals)["note"]![0]!["text"]);
        Assert.Contains("measure", (string?)Assert.Single(reading.Outcome)["diagnostics"], StringComparison.Ordinal);
    }

    /// <summary>The list ends; that it does is told.</summary>
    [Fact]
    public void More_issues_than_anybody_reads_end_with_a_word_on_the_rest()
    {
        var many = string.Join(',', Enumerable.Range(1, 600).Select(number => $$"""{"id":"a{{number}}","condition":[{{TestPlan.Condition("{}")}}]}"""));

        var outcome = TestPlan.Of(many).Outcome;

        Assert.Equal(501, outcome.Count);
        Assert.Null(outcome[^1]["expression"]);
    }

    /// <summary>One order serves all steps, where its definition says so, with the reasons of each; on another day it is another one.</summary>
    [Theory]
    [InlineData("true", "a b d", "c")]
    [InlineData("false", "a", "b", "c", "d")]
    public void Steps_that_ask_for_the_same_at_the_same_time_name_one_order_where_it_may_be_shared(string isShared, params string[] steps)
    {
        var activity = $$"""
            {"resourceType":"ActivityDefinition","id":"test","url":"https://example.org/ActivityDefinition/test","name":"Test","status":"active","kind":"ServiceRequest","intent":"order",
             "extension":[{"url":"https://fhirnaltrexone.example.org/fhir/StructureDefinition/shared-order","valueBoolean":{{isShared}} }],"code":{"text":"test"} }
            """;
        string Step(string id, int day, string why) => $$"""
            {"id":"{{id}}","reason":[{"text":"{{why}}"}],"timingDuration":{{TestPlan.Length($"{day}", "d")}},"definitionCanonical":"https://example.org/ActivityDefinition/test"}
            """;

        var reading = TestPlan.Of($"{Step("a", 0, "first")},{Step("b", 0, "second")},{Step("c", 1, "first")},{Step("d", 0, "first")}", definitions: activity);

        Assert.Equal(steps, reading.Orders.Select(order => string.Join(' ', reading.Steps(order))));
        if (isShared == "true") Assert.Equal(["first", "second"], reading.Orders[0]["reasonCode"]!.AsArray().Select(reason => (string?)reason!["text"]));
    }

    /// <summary>A Task has one reason: the others of those who share it are noted, each once.</summary>
    [Fact]
    public void Steps_that_share_a_task_name_one_with_the_reasons_of_each()
    {
        const string activity = """
            {"resourceType":"ActivityDefinition","id":"call","url":"https://example.org/ActivityDefinition/call","name":"Call","status":"active","kind":"Task","intent":"order",
             "extension":[{"url":"https://fhirnaltrexone.example.org/fhir/StructureDefinition/shared-order","valueBoolean":true}],"code":{"text":"call"} }
            """;
        static string Step(string id, string? why) => $$"""
            {"id":"{{id}}",{{(why is null ? "" : $"\"reason\":[{{\"text\":\"{why}\"}}],")}}"definitionCanonical":"https://example.org/ActivityDefinition/call"}
            """;

        var reading = TestPlan.Of($"{Step("a", null)},{Step("b", "first")},{Step("c", "second")},{Step("d", "second")},{Step("e", "first")}", definitions: activity);

        var task = reading.Draft(reading.Action("a"))!;
        Assert.All(reading.Actions, action => Assert.Same(task, reading.Draft(action)));
        Assert.Equal("first", (string?)task["reasonCode"]!["text"]);
        Assert.Equal(["Reason: second"], task["note"]!.AsArray().Select(note => (string?)note!["text"]));
    }

    [Fact]
    public void An_activity_alone_gives_its_draft()
    {
        var result = Application.ApplyActivity(TestPlan.Request(Activity, "2026-03-07T10:00:00-05:00") with { Practitioner = "Practitioner/doc" }, TestContext.Current.CancellationToken);

        Assert.Equal("MedicationRequest draft order", $"{result.Resource!["resourceType"]} {result.Resource["status"]} {result.Resource["intent"]}");
        Assert.Equal("Practitioner/doc", (string?)result.Resource["requester"]!["reference"]);
        ValidResource.Check(result.Resource);
    }

    [Fact]
    public void An_activity_of_a_kind_that_cannot_be_made_is_refused()
        => Assert.Equal("not-supported", Application.ApplyActivity(TestPlan.Request(
            Activity.Replace("MedicationRequest", "Claim", StringComparison.Ordinal), "2026-03-07T10:00:00-05:00"), TestContext.Current.CancellationToken).Fault?.Code);

    [Fact]
    public void The_drafts_as_transaction_refer_to_one_another_by_their_addresses()
    {
        var plan = TestPlan.Applied("""{"id":"a","definitionCanonical":"https://example.org/ActivityDefinition/drug"}""", definitions: Activity).Resource!;

        var bundle = FhirNaltrexone.Knowledge.Apply.Writing.DraftBundle.Of(plan);

        var entries = bundle["entry"]!.AsArray();
        Assert.Equal(["CarePlan", "RequestGroup", "MedicationRequest"], entries.Select(entry => (string?)entry!["request"]!["url"]));
        Assert.Equal((string?)entries[1]!["fullUrl"], (string?)entries[0]!["resource"]!["activity"]![0]!["reference"]!["reference"]);
        Assert.Equal((string?)entries[2]!["fullUrl"], (string?)entries[1]!["resource"]!["action"]![0]!["resource"]!["reference"]);
        ValidResource.Check(bundle);
    }
}
