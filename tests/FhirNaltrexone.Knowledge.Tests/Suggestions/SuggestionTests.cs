using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Tests.Fixtures;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using static FhirNaltrexone.Knowledge.Tests.Fixtures.TestContent;

namespace FhirNaltrexone.Knowledge.Tests.Suggestions;

public sealed class SuggestionTests
{
    private const string Naltrexone =
        """{"resourceType":"MedicationRequest","id":"nal","status":"draft","intent":"order","subject":{"reference":"Patient/pt"},"medicationCodeableConcept":{"text":"naltrexone"},"dosageInstruction":[{"text":"daily","timing":{"repeat":{"boundsPeriod":{"start":"2026-11-22"},"frequency":1,"period":1,"periodUnit":"d"}}}]}""";

    private readonly TestContent _content = new();

    public SuggestionTests()
    {
        _content.Defines["Drafts"] = Elm.Texts("MedicationRequest/nal");
        _content.Defines["No Drafts"] = Elm.Texts();
        _content.Defines["Safe Start"] = Elm.Text("2026-12-01T09:00:00-05:00");
        _content.Defines["No Date"] = Elm.Null("String");
    }

    [Fact]
    public void Remove_names_the_draft()
    {
        Suggest(Step("remove", "Take it away", Dynamic("action.resource", "Drafts")));

        var suggestion = Assert.Single(Evaluate().Suggestions);

        Assert.Equal("Take it away", suggestion.Label);
        var action = Assert.Single(suggestion.Actions);
        Assert.Equal((SuggestedActionType.Delete, "MedicationRequest/nal", "Does remove"), (action.Type, action.ResourceId, action.Description));
        Assert.True(action.Resource.IsEmpty);
    }

    [Fact]
    public void Remove_of_several_drafts_has_one_action_for_each()
    {
        _content.Defines["Drafts"] = Elm.Texts("MedicationRequest/nal", "MedicationRequest/two", "MedicationRequest/nal");
        Suggest(Step("remove", "Take them away", Dynamic("action.resource", "Drafts")));

        var finding = Evaluate(Naltrexone, """{"resourceType":"MedicationRequest","id":"two"}""");

        Assert.Equal(["MedicationRequest/nal", "MedicationRequest/two"], finding.Suggestions[0].Actions.Select(a => a.ResourceId));
    }

    [Theory]
    [InlineData("MedicationRequest/other")]
    [InlineData("ServiceRequest/nal")]
    [InlineData("nal")]
    public void A_reference_to_no_draft_drops_the_suggestion_and_is_reported(string reference)
    {
        _content.Defines["Drafts"] = Elm.Texts(reference);
        Suggest(Step("remove", "Take it away", Dynamic("action.resource", "Drafts")));

        var finding = Evaluate();

        Assert.Empty(finding.Suggestions);
        Assert.True(finding.Evaluated);
        Assert.StartsWith("unknown-draft at", finding.FailureReason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("remove")]
    [InlineData("update")]
    public void A_suggestion_that_could_do_only_a_part_of_what_it_says_is_dropped_and_reported(string type)
    {
        _content.Defines["Drafts"] = Elm.Texts("MedicationRequest/nal", "MedicationRequest/other");
        Suggest(type == "remove"
            ? Step("remove", "Take them away", Dynamic("action.resource", "Drafts"))
            : Step("update", "Start later", Dynamic("action.resource", "Drafts"), Dynamic("priority", "Safe Start")));

        var finding = Evaluate();

        Assert.Empty(finding.Suggestions);
        Assert.StartsWith("unknown-draft at", finding.FailureReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Update_carries_the_whole_draft_with_the_new_start()
    {
        Suggest(Step(
            "update", "Start later", Dynamic("action.resource", "Drafts"), Dynamic("dosageInstruction.timing.repeat.boundsPeriod.start", "Safe Start")));

        var action = Evaluate().Suggestions[0].Actions[0];

        Assert.Equal((SuggestedActionType.Update, "MedicationRequest/nal"), (action.Type, action.ResourceId));
        var expected = Naltrexone.Replace("2026-11-22", "2026-12-01T09:00:00-05:00", StringComparison.Ordinal);
        Assert.Equal(expected, Encoding.UTF8.GetString(action.Resource.Span));
        ParseStrictly<MedicationRequest>(action);
    }

    [Fact]
    public void Update_is_a_copy_of_what_the_client_sent_and_not_of_what_was_evaluated()
    {
        Suggest(Step("update", "Start later", Dynamic("action.resource", "Drafts"), Dynamic("priority", "Safe Start")));
        var chart = TestChart.With(Naltrexone) with { DraftOrdersAsSent = [JsonElement.Parse("""{"resourceType":"MedicationRequest","id":"nal","medicationReference":{"reference":"#m"}}""")] };

        var action = _content.Service().Evaluate("order-sign", chart, TestChart.Now)[0].Suggestions[0].Actions[0];

        Assert.Contains("medicationReference", Encoding.UTF8.GetString(action.Resource.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No Drafts", "Safe Start")]
    [InlineData("Drafts", "No Date")]
    public void Without_target_or_value_there_is_no_suggestion(string targets, string value)
    {
        Suggest(Step("update", "Start later", Dynamic("action.resource", targets), Dynamic("priority", value)));

        Assert.Empty(Evaluate().Suggestions);
    }

    [Fact]
    public void An_update_that_would_contradict_the_draft_is_dropped()
    {
        Suggest(Step(
            "update", "Start later", Dynamic("action.resource", "Drafts"), Dynamic("dosageInstruction.timing.repeat.boundsPeriod.start", "Safe Start")));

        var finding = Evaluate("""{"resourceType":"MedicationRequest","id":"nal","dosageInstruction":[{"timing":{"repeat":{"boundsDuration":{"value":7}}}}]}""");

        Assert.Empty(finding.Suggestions);
        Assert.StartsWith("update-contradicts-draft at", finding.FailureReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_builds_a_complete_service_request_for_the_patient()
    {
        Suggest(Create("ServiceRequest", "Order a test", new JsonObject { ["code"] = Concept("http://loinc.org", "24325-3"), ["priority"] = "urgent" }));

        var request = ParseStrictly<ServiceRequest>(Evaluate().Suggestions[0].Actions[0]);

        Assert.Equal((RequestStatus.Draft, RequestIntent.Proposal, RequestPriority.Urgent), (request.Status, request.Intent, request.Priority));
        Assert.Equal(("Patient/pt", "24325-3"), (request.Subject!.Reference, request.Code!.Coding[0].Code));
        Assert.Equal([$"{TestContent.Base}/ActivityDefinition/make"], request.InstantiatesCanonical);
    }

    [Fact]
    public void Create_builds_a_complete_medication_request_with_its_dosage()
    {
        var dosage = new JsonArray(new JsonObject { ["text"] = "one spray", ["asNeededBoolean"] = true });
        Suggest(Create("MedicationRequest", "Add naloxone", new JsonObject { ["productCodeableConcept"] = Concept("http://www.nlm.nih.gov/research/umls/rxnorm", "1725059"), ["dosage"] = dosage }));

        var request = ParseStrictly<MedicationRequest>(Evaluate().Suggestions[0].Actions[0]);

        Assert.Equal("1725059", ((CodeableConcept)request.Medication!).Coding[0].Code);
        Assert.Equal(("one spray", "Patient/pt"), (request.DosageInstruction[0].Text, request.Subject!.Reference));
        Assert.Equal(MedicationRequest.MedicationrequestStatus.Draft, request.Status);
    }

    [Fact]
    public void Create_builds_a_task_with_a_date_from_a_define()
    {
        var step = Create("Task", "Remind me", new JsonObject { ["code"] = new JsonObject { ["text"] = "Repeat" }, ["description"] = "Repeat the test" });
        step["dynamicValue"] = new JsonArray(Dynamic("executionPeriod.start", "Safe Start"));
        Suggest(step);

        var task = ParseStrictly<Hl7.Fhir.Model.Task>(Evaluate().Suggestions[0].Actions[0]);

        Assert.Equal(("Patient/pt", "Repeat the test", "2026-12-01T09:00:00-05:00"), (task.For!.Reference, task.Description, task.ExecutionPeriod!.Start));
    }

    [Fact]
    public void A_suggestion_of_several_steps_deletes_before_it_creates()
    {
        var group = new JsonObject { ["title"] = "Replace it", ["action"] = new JsonArray(CreateTest(), Step("remove", null, Dynamic("action.resource", "Drafts"))) };
        Suggest(group);

        var suggestion = Assert.Single(Evaluate().Suggestions);

        Assert.Equal("Replace it", suggestion.Label);
        Assert.Equal([SuggestedActionType.Delete, SuggestedActionType.Create], suggestion.Actions.Select(a => a.Type));
    }

    [Fact]
    public void A_suggestion_is_dropped_whole_when_one_of_its_steps_has_nothing_to_act_on()
    {
        var group = new JsonObject { ["title"] = "Replace it", ["action"] = new JsonArray(CreateTest(), Step("remove", null, Dynamic("action.resource", "No Drafts"))) };
        Suggest(group);

        Assert.Empty(Evaluate().Suggestions);
    }

    [Fact]
    public void A_suggestion_whose_condition_is_false_or_open_is_dropped()
    {
        _content.Defines["Closed"] = Elm.Boolean(false);
        _content.Defines["Open"] = Elm.Null("Boolean");
        var (closed, open) = (CreateTest(), Step("remove", "Remove", Dynamic("action.resource", "Drafts")));
        closed["condition"] = new JsonArray(Condition("Closed"));
        open["condition"] = new JsonArray(Condition("Open"));
        Suggest(closed, open);

        Assert.Empty(Evaluate().Suggestions);
    }

    [Theory]
    [InlineData("exactly-one", SelectionBehavior.AtMostOne)]
    [InlineData("at-most-one", SelectionBehavior.AtMostOne)]
    [InlineData("any", SelectionBehavior.Any)]
    [InlineData("one-or-more", SelectionBehavior.Any)]
    public void Selection_behaviour_is_one_of_the_two_that_cards_know(string behavior, SelectionBehavior expected)
    {
        _content.Action["selectionBehavior"] = behavior;

        Assert.Equal(expected, Evaluate().SelectionBehavior);
    }

    [Fact]
    public void Suggestions_differ_in_id_and_keep_it_from_call_to_call()
    {
        Suggest(CreateTest(), Step("remove", "Remove", Dynamic("action.resource", "Drafts")));

        var first = Evaluate().Suggestions.Select(s => s.Id).ToList();

        Assert.Equal(2, first.Distinct().Count());
        Assert.Equal(first, Evaluate().Suggestions.Select(s => s.Id));
    }

    [Fact]
    public void Patient_ids_cannot_break_out_of_the_json()
    {
        Suggest(CreateTest());
        var chart = TestChart.With() with { PatientId = "a\",\"b\":\"" };

        var action = _content.Service().Evaluate("order-sign", chart, TestChart.Now)[0].Suggestions[0].Actions[0];

        Assert.Equal("Patient/a\",\"b\":\"", JsonElement.Parse(action.Resource.Span).GetProperty("subject").GetProperty("reference").GetString());
    }

    private static T ParseStrictly<T>(SuggestedAction action)
        where T : Resource
        => Assert.IsType<T>(new FhirJsonDeserializer(new DeserializerSettings().UsingMode(DeserializationMode.Strict))
            .DeserializeResource(Encoding.UTF8.GetString(action.Resource.Span)));

    private JsonObject CreateTest() => Create("ServiceRequest", "Order a test", new JsonObject { ["code"] = Concept("http://loinc.org", "24325-3") });

    private JsonObject Create(string kind, string title, JsonObject elements)
    {
        elements["resourceType"] = "ActivityDefinition";
        elements["url"] = $"{TestContent.Base}/ActivityDefinition/make";
        elements["kind"] = kind;
        elements["intent"] = "proposal";
        _content.Resources["ActivityDefinition-make"] = elements;
        var step = Step("create", title);
        step["definitionCanonical"] = $"{TestContent.Base}/ActivityDefinition/make";
        return step;
    }

    private void Suggest(params JsonObject[] suggestions) => _content.Action["action"] = new JsonArray([.. suggestions]);

    private Finding Evaluate(params string[] drafts)
        => Assert.Single(_content.Service().Evaluate("order-sign", TestChart.With(drafts.Length == 0 ? [Naltrexone] : drafts), TestChart.Now));
}
