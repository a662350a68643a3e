using System.Globalization;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Evaluation;
using FhirNaltrexone.Knowledge.Tests.Fixtures;

namespace FhirNaltrexone.Knowledge.Tests.Evaluation;

public sealed class RequestParametersTests
{
    private static readonly JsonObject Requests = Elm.ListOf("{http://hl7.org/fhir}MedicationRequest");
    private static readonly JsonObject Texts = Elm.ListOf("{urn:hl7-org:elm-types:r1}String");

    private readonly TestContent _content = new();

    [Fact]
    public void Rules_see_the_name_of_the_hook()
    {
        Declare("Hook", Elm.Named("String"));
        _content.Defines["Title"] = Elm.ParameterRef("Hook", Elm.Named("String"));
        _content.Action["dynamicValue"] = new JsonArray(TestContent.Dynamic("action.title", "Title"));

        Assert.Equal("order-sign", Evaluate(TestChart.With())[0].Summary);
    }

    [Fact]
    public void Rules_see_medication_requests_among_the_drafts()
    {
        Declare("Draft Medication Requests", Requests);
        _content.Defines["T-01 Applies"] = Elm.Exists(Elm.ParameterRef("Draft Medication Requests", Requests));

        Assert.Empty(Evaluate(TestChart.With("""{"resourceType":"ServiceRequest","id":"s"}""")));
        Assert.Single(Evaluate(TestChart.With("""{"resourceType":"ServiceRequest","id":"s"}""", """{"resourceType":"MedicationRequest","id":"m"}""")));
    }

    [Theory]
    [InlineData("Selections")]
    [InlineData("Unread Resource Types")]
    public void Rules_see_lists_of_texts_and_an_empty_list_is_not_null(string name)
    {
        Declare(name, Texts);
        _content.Defines["T-01 Applies"] = Elm.Exists(Elm.ParameterRef(name, Texts));

        Assert.Empty(Evaluate(TestChart.With()));
        Assert.Single(Evaluate(TestChart.With() with { Selections = ["MedicationRequest/m"], UnreadResourceTypes = ["Observation"] }));
    }

    [Fact]
    public void A_context_parameter_that_no_call_provides_keeps_the_content_from_loading()
    {
        Declare("Weather", Elm.Named("String"));

        Assert.Equal("NaltrexoneContext.\"Weather\"", Assert.Single(_content.Problems()).Artifact);
    }

    /// <summary>Counted from a start that is planned for a year from now at most.</summary>
    [Theory]
    [InlineData("2026-01-01T00:00:00Z")]
    [InlineData("2026-12-31T23:59:59Z")]
    public void Offsets_of_the_site_reach_as_far_as_any_threshold_can_be_set(string instant)
    {
        var now = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
        var days = Repository.Json("generated/thresholds.json").EnumerateArray()
            .Where(threshold => threshold.TryGetProperty("unit", out var unit) && unit.GetString() == "days").Max(threshold => threshold.GetProperty("max").GetDouble());

        var known = RequestParameters.Transitions(TestChart.NewYork, now.Year);

        var needed = ZoneTransitions.Between(TestChart.NewYork, now.AddDays(-days), now.AddYears(1).AddDays(days)).ToList();
        Assert.True(known[0].Start <= needed[0].Start);
        Assert.Subset(known.ToHashSet(), needed.Skip(1).ToHashSet());
    }

    private void Declare(string name, JsonObject type) => _content.Libraries["NaltrexoneContext"] = Elm.ContextLibrary((name, type));

    private IReadOnlyList<Finding> Evaluate(Chart chart) => _content.Service().Evaluate("order-sign", chart, TestChart.Now);
}
