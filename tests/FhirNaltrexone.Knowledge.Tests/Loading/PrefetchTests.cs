using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Tests.Fixtures;
using static FhirNaltrexone.Knowledge.Tests.Fixtures.TestContent;

namespace FhirNaltrexone.Knowledge.Tests.Loading;

public sealed class PrefetchTests
{
    private static readonly PrefetchTemplate Patient = new("patient", "Patient", "Patient/{{context.patientId}}", []);

    private readonly TestContent _content = new();

    public PrefetchTests()
    {
        AddValueSet("liver-tests", "1920-8", "1742-6");
        AddValueSet("cirrhosis", "19943007");
    }

    [Fact]
    public void The_patient_is_always_asked_for()
        => AssertTemplates(_content.Service().Prefetch("order-sign"), Patient);

    [Fact]
    public void A_hook_the_service_does_not_answer_has_no_templates() => Assert.Empty(_content.Service().Prefetch("patient-view"));

    [Fact]
    public void A_retrieve_by_value_set_asks_for_its_codes_in_fixed_order()
    {
        Applies(Elm.Retrieve("Observation", Url("liver-tests")));

        AssertTemplates(
            _content.Service().Prefetch("order-sign"),
            Patient,
            new("liverTests", "Observation", "Observation?patient={{context.patientId}}&code=1742-6,1920-8", ["1742-6", "1920-8"]));
    }

    [Fact]
    public void Another_type_with_a_value_set_has_a_key_of_its_own()
    {
        Applies(Elm.Retrieve("Condition", Url("cirrhosis")));

        Assert.Equal(["patient", "cirrhosisConditions"], _content.Service().Prefetch("order-sign").Select(t => t.Key));
    }

    [Fact]
    public void An_unfiltered_retrieve_asks_for_the_whole_type_once()
    {
        Applies(Elm.Retrieve("Observation", Url("liver-tests")));
        _content.AddRule("T-02", "Second rule", "urgent", Elm.Exists(Elm.Retrieve("Observation")));

        AssertTemplates(_content.Service().Prefetch("order-sign"), Patient, new("observations", "Observation", "Observation?patient={{context.patientId}}", []));
    }

    [Fact]
    public void Medicines_are_asked_for_whole_because_a_code_search_misses_references()
    {
        Applies(Elm.Retrieve("MedicationStatement", Url("liver-tests")));

        Assert.Contains(_content.Service().Prefetch("order-sign"), t => t.Query == "MedicationStatement?patient={{context.patientId}}");
    }

    [Fact]
    public void A_single_code_asks_with_the_value_set_that_holds_it()
    {
        Applies(Elm.Retrieve("Observation", code: "1742-6"));

        Assert.Equal(["patient", "liverTests"], _content.Service().Prefetch("order-sign").Select(t => t.Key));
    }

    [Fact]
    public void Codes_of_no_value_set_share_one_key_on_every_hook()
    {
        Applies(Elm.Retrieve("Observation", code: "8302-2"));
        _content.AddRule("T-02", "Second rule", "urgent", Elm.Exists(Elm.Retrieve("Observation", code: "29463-7")))["trigger"] = new JsonArray(Trigger("patient-view"));

        var service = _content.Service();

        PrefetchTemplate expected = new("observationsByCode", "Observation", "Observation?patient={{context.patientId}}&code=29463-7,8302-2", ["29463-7", "8302-2"]);
        AssertTemplates(service.Prefetch("order-sign"), Patient, expected);
        AssertTemplates(service.Prefetch("patient-view"), Patient, expected);
    }

    [Fact]
    public void A_value_set_that_names_its_type_is_a_key_as_it_is()
    {
        AddValueSet("programme-conditions", "1081000119105");
        Applies(Elm.Retrieve("Condition", Url("programme-conditions")));

        Assert.Equal(["patient", "programmeConditions"], _content.Service().Prefetch("order-sign").Select(t => t.Key));
    }

    [Fact]
    public void A_very_long_list_of_codes_asks_for_the_whole_type()
    {
        AddValueSet("long", [.. Enumerable.Range(1, 401).Select(i => $"{i}-0")]);
        Applies(Elm.Retrieve("Observation", Url("long")));

        Assert.Equal(["patient", "observations"], _content.Service().Prefetch("order-sign").Select(t => t.Key));
    }

    [Fact]
    public void Each_hook_asks_for_what_its_own_rules_read()
    {
        Applies(Elm.Retrieve("Observation", Url("liver-tests")));
        _content.AddRule("T-02", "Second rule", "urgent", Elm.Exists(Elm.Retrieve("Condition")))["trigger"] = new JsonArray(Trigger("patient-view"));

        var service = _content.Service();

        Assert.Equal(["patient", "liverTests"], service.Prefetch("order-sign").Select(t => t.Key));
        Assert.Equal(["patient", "conditions"], service.Prefetch("patient-view").Select(t => t.Key));
    }

    [Fact]
    public void Texts_and_suggestions_count_as_readers()
    {
        _content.Defines["Text"] = Elm.Retrieve("Procedure");
        _content.Defines["Closed"] = Elm.Exists(Elm.Retrieve("Goal"));
        var step = Step("remove", "Remove", Dynamic("action.resource", "Targets"));
        step["condition"] = new JsonArray(Condition("Closed"));
        _content.Defines["Targets"] = Elm.Texts("MedicationRequest/m");
        _content.Action["action"] = new JsonArray(step);

        Assert.Equal(["patient", "goals"], _content.Service().Prefetch("order-sign").Select(t => t.Key));
    }

    [Fact]
    public void A_type_that_cannot_be_searched_by_patient_is_refused()
    {
        Applies(Elm.Retrieve("Slot"));

        Assert.Contains("Slot", Assert.Single(_content.Problems()).Message, StringComparison.Ordinal);
    }

    private static string Url(string id) => $"{Base}/ValueSet/{id}";

    private static void AssertTemplates(IReadOnlyList<PrefetchTemplate> actual, params PrefetchTemplate[] expected)
        => Assert.Equal(expected.Select(Shown), actual.Select(Shown));

    private static string Shown(PrefetchTemplate template) => $"{template.Key} {template.ResourceType} {template.Query} {string.Join('+', template.Codes)}";

    private void AddValueSet(string id, params string[] codes)
    {
        _content.Resources[$"ValueSet-{id}"] = ValueSet(id, "http://loinc.org", codes);
        _content.ValueSets.Add(Url(id));
    }

    private void Applies(JsonObject retrieve) => _content.Defines["T-01 Applies"] = Elm.Exists(retrieve);
}
