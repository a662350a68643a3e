using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Apply;

namespace FhirNaltrexone.Knowledge.Tests.Apply;

/// <summary>What drafts take over from activities, and what they are not made into.</summary>
public sealed class DraftTests
{
    private const string Now = "2026-03-07T10:00:00-05:00";
    private const string Url = "https://example.org/ActivityDefinition/one";
    private const string Drug = "\"productCodeableConcept\":{\"text\":\"naltrexone\"}";
    private const string Code = "\"code\":{\"text\":\"a\"}";
    private const string Monthly = "\"timingTiming\":{\"repeat\":{\"frequency\":1,\"period\":4,\"periodUnit\":\"wk\",\"count\":3}}";
    private const string Daily = "\"dosage\":[{\"timing\":{\"repeat\":{\"frequency\":1,\"period\":1,\"periodUnit\":\"d\"}}}]";

    [Theory]
    [InlineData("MedicationRequest", Drug + ",\"dosage\":[{\"text\":\"one\"}],\"timingDateTime\":\"2026-06-01\"", "dosageInstruction[0].timing.event[0]", "2026-06-01")]
    [InlineData("MedicationRequest", Drug + ",\"dosage\":[{\"text\":\"one\"}],\"timingRange\":{\"low\":{\"value\":1,\"code\":\"wk\"},\"high\":{\"value\":2,\"code\":\"wk\"}}", "dosageInstruction[0].timing.repeat.boundsPeriod.end", "2026-03-21")]
    [InlineData("MedicationRequest", Drug + "," + Daily + "," + "\"timingDateTime\":\"2026-06-01\"", "dosageInstruction[0].timing.repeat.boundsPeriod.start", "2026-06-01")]
    [InlineData("Task", Code + ",\"timingDateTime\":\"2026-06-01\"", "restriction.period.start", "2026-06-01")]
    [InlineData("ServiceRequest", Code + ",\"timingDateTime\":\"2026-06\"", "occurrenceDateTime", "2026-06")]
    [InlineData("ServiceRequest", Code + "," + Monthly, "occurrenceTiming.event[2]", "2026-05-02")]
    public void The_timing_of_an_activity_becomes_that_of_its_draft(string kind, string members, string path, string expected)
    {
        var (draft, issues) = Applied(kind, members);

        Assert.Equal(expected, (string?)At(draft, path));
        Assert.Empty(issues);
    }

    [Theory]
    [InlineData("MedicationRequest", Drug + "," + Monthly, "no dosage")]
    [InlineData("MedicationRequest", Drug + ",\"timingRange\":{\"low\":{\"value\":1,\"code\":\"wk\"}}", "no dosage")]
    [InlineData("MedicationRequest", Drug + "," + Daily + "," + Monthly, "another timing")]
    [InlineData("MedicationRequest", Drug + ",\"dosage\":[{\"timing\":{\"event\":[\"2026-07-01\"]}}],\"timingDateTime\":\"2026-06-01\"", "another timing")]
    [InlineData("MedicationRequest", Drug + ",\"dosage\":[{\"timing\":{\"event\":[\"2026-05-01\"]}}],\"timingDateTime\":\"2026-06-01\"", "another timing")]
    [InlineData("MedicationRequest", Drug + ",\"dosage\":[{\"timing\":{\"event\":[\"2026-07-01\"]}}],\"timingTiming\":{\"event\":[\"2026-06-01\"]}", "another timing")]
    [InlineData("MedicationRequest", Drug + ",\"dosage\":[{\"timing\":{\"code\":{\"text\":\"BID\"}}}],\"timingTiming\":{\"code\":{\"text\":\"QD\"}}", "another timing")]
    [InlineData("MedicationRequest", Drug + ",\"dosage\":[{\"text\":\"one\",\"asNeededBoolean\":true}],\"timingDateTime\":\"2026-06-01\"", "as needed")]
    [InlineData("Task", Code + "," + Monthly, "repetition")]
    [InlineData("CommunicationRequest", Monthly, "repetition")]
    public void A_timing_that_a_draft_cannot_take_is_told(string kind, string members, string words)
    {
        var issue = Assert.Single(Applied(kind, members).Issues);

        Assert.Equal("not-supported", issue.Code);
        Assert.Contains(words, issue.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_date_of_an_action_that_its_medicine_cannot_take_is_told()
    {
        var reading = TestPlan.Of($$"""{"id":"a","definitionCanonical":"{{Url}}","timingDateTime":"2026-06-01"}""", definitions: Activity("MedicationRequest", Drug));

        Assert.Equal([("a", "not-supported")], reading.Issues);
    }

    [Fact]
    public void The_date_of_an_action_whose_activity_has_dates_of_its_own_is_told()
    {
        var activity = Activity("ServiceRequest", Code + ",\"timingTiming\":{\"event\":[\"2026-07-01\"]}");

        var other = TestPlan.Of($$"""{"id":"a","definitionCanonical":"{{Url}}","timingDateTime":"2026-06-01"}""", definitions: activity);
        var same = TestPlan.Of($$"""{"id":"a","definitionCanonical":"{{Url}}","timingDateTime":"2026-07-01"}""", definitions: activity);

        Assert.Equal([("a", "not-supported")], other.Issues);
        Assert.Empty(same.Issues);
    }

    [Theory]
    [InlineData("\"timing\":{\"event\":[\"2026-06-01\"]}", "\"timingDateTime\":\"2026-06-01\"")]
    [InlineData("\"timing\":{\"event\":[\"2026-06-01\",\"2026-06-02\"]}", "\"timingPeriod\":{\"start\":\"2026-06-01\",\"end\":\"2026-06-30\"}")]
    [InlineData("\"timing\":{\"code\":{\"text\":\"BID\"}}", "\"timingTiming\":{\"code\":{\"text\":\"BID\"}}")]
    public void The_same_dates_in_an_activity_and_its_dosage_need_no_word(string dosage, string timing)
        => Assert.Empty(Applied("MedicationRequest", $"{Drug},\"dosage\":[{{{dosage}}}],{timing}").Issues);

    [Fact]
    public void The_same_rhythm_in_an_action_and_its_dosage_needs_no_word()
    {
        const string Every = "\"repeat\":{\"period\":4,\"periodUnit\":\"wk\",\"boundsDuration\":{\"value\":24,\"system\":\"http://unitsofmeasure.org\",\"code\":\"wk\"}}";

        var reading = TestPlan.Of(
            $$"""{"id":"a","definitionCanonical":"{{Url}}","timingTiming":{"repeat":{"frequency":1,"period":4,"periodUnit":"wk","count":6} } }""",
            definitions: Activity("MedicationRequest", Drug + ",\"dosage\":[{\"timing\":{" + Every + "}}]"));

        Assert.Empty(reading.Issues);
    }

    [Theory]
    [InlineData("priority", "'bogus'", "priority")]
    [InlineData("priority", "'urgent'", null)]
    [InlineData("status", "'active'", "status")]
    [InlineData("subject.reference", "'Patient/other'", "subject.reference")]
    [InlineData("subject", "'Patient/other'", "subject")]
    [InlineData("subject.reference", "'Patient/pt'", null)]
    [InlineData("authoredOn", "'someday'", "authoredOn")]
    public void What_is_computed_leaves_a_draft_a_valid_one_of_the_patient(string path, string expression, string? refused)
    {
        var dynamic = $$"""{"path":"{{path}}","expression":{"language":"text/fhirpath","expression":"{{expression}}"} }""";

        var (alone, issues) = Applied("MedicationRequest", $"{Drug},\"dynamicValue\":[{dynamic}]");
        var reading = TestPlan.Of($$"""{"id":"a","definitionCanonical":"{{Url}}","dynamicValue":[{{dynamic}}]}""", definitions: Activity("MedicationRequest", Drug));

        foreach (var draft in new[] { alone, reading.Draft(reading.Action("a"))! })
        {
            Assert.Equal("draft Patient/pt", $"{draft["status"]} {draft["subject"]!["reference"]}");
            Assert.NotEqual("bogus", (string?)draft["priority"]);
        }

        Assert.Equal(refused is null ? [] : [("a", "value")], reading.Issues.Take(1));
        if (refused is not null) Assert.Contains($"The element {refused} ", issues[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_stays_one_for_the_patient()
        => Assert.Equal("Patient/pt", (string?)Applied("Task", Code + ",\"dynamicValue\":[{\"path\":\"for.reference\",\"expression\":{\"language\":\"text/fhirpath\",\"expression\":\"'Patient/other'\"}}]").Draft["for"]!["reference"]);

    [Fact]
    public void A_computed_priority_of_an_action_is_one_that_R4_knows()
    {
        var reading = TestPlan.Of("""{"id":"a","title":"A","dynamicValue":[{"path":"action.priority","expression":{"language":"text/fhirpath","expression":"'bogus'"}}]}""");

        Assert.Null(reading.Action("a")["priority"]);
        Assert.Equal([("a", "value")], reading.Issues);
    }

    [Theory]
    [InlineData("MedicationRequest", "", "MedicationRequest.medication")]
    [InlineData("DeviceRequest", "", "DeviceRequest.code")]
    [InlineData("MedicationRequest", Drug + ",\"dosage\":[{\"doseAndRate\":[{\"doseQuantity\":{\"value\":\"many\"}}]}]", "MedicationRequest.dosageInstruction[0].doseAndRate[0].dose.value")]
    [InlineData("ServiceRequest", "", null)]
    public void A_draft_that_is_not_yet_as_R4_demands_says_where(string kind, string members, string? place)
    {
        var alone = Applied(kind, members).Issues;
        var reading = TestPlan.Of($$"""{"id":"a","definitionCanonical":"{{Url}}"}""", definitions: Activity(kind, members));

        if (place is null) Assert.Empty(alone);
        else Assert.Contains(place, Assert.Single(alone).Text, StringComparison.Ordinal);
        Assert.Equal(place is null ? [] : [("a", "incomplete")], reading.Issues);
    }

    /// <summary>Each value computed is checked by itself: so many of them would keep the service at work for one client.</summary>
    [Theory]
    [InlineData(200, null)]
    [InlineData(201, "too-costly")]
    public void More_values_than_any_definition_needs_are_not_computed(int count, string? expected)
    {
        var values = $"\"dynamicValue\":[{string.Join(',', Enumerable.Repeat("""{"path":"priority","expression":{"language":"text/fhirpath","expression":"'urgent'"}}""", count))}]";
        var activity = Activity("ServiceRequest", values);

        Assert.Equal(expected, Application.ApplyActivity(TestPlan.Request(activity, Now), TestContext.Current.CancellationToken).Fault?.Code);
        Assert.Equal(expected, TestPlan.Applied($$"""{"id":"a","definitionCanonical":"{{Url}}"}""", definitions: activity).Fault?.Code);
        Assert.Equal(expected, TestPlan.Applied($$"""{"id":"a","title":"A",{{values}}}""").Fault?.Code);
    }

    [Fact]
    public void An_activity_that_is_given_up_computes_nothing_more()
    {
        using var given = new CancellationTokenSource();
        given.Cancel();

        Assert.Throws<OperationCanceledException>(() => Application.ApplyActivity(TestPlan.Request(Activity(
            "ServiceRequest", "\"dynamicValue\":[{\"path\":\"priority\",\"expression\":{\"language\":\"text/fhirpath\",\"expression\":\"'urgent'\"}}]"), Now), given.Token));
    }

    private static (JsonObject Draft, IReadOnlyList<(string Code, string Text)> Issues) Applied(string kind, string members)
    {
        var draft = Application.ApplyActivity(TestPlan.Request(Activity(kind, members), Now), TestContext.Current.CancellationToken).Resource!;
        return (draft, [.. draft["contained"] is null ? [] : new CarePlanReading(draft).Outcome.Select(issue => ((string)issue["code"]!, (string)issue["diagnostics"]!))]);
    }

    private static string Activity(string kind, string members) => $$"""
        {"resourceType":"ActivityDefinition","id":"one","url":"{{Url}}","name":"One","status":"active","kind":"{{kind}}","intent":"order"{{(members.Length > 0 ? "," : "")}}{{members}} }
        """;

    private static JsonNode? At(JsonNode? node, string path)
    {
        foreach (var step in path.Split('.', '['))
            node = step.EndsWith(']') ? node?[int.Parse(step[..^1], System.Globalization.CultureInfo.InvariantCulture)] : node?[step];
        return node;
    }
}
