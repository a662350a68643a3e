using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Tests.Fixtures;
using static FhirNaltrexone.Knowledge.Tests.Fixtures.TestContent;

namespace FhirNaltrexone.Knowledge.Tests.Loading;

public sealed class LoadingTests
{
    private readonly TestContent _content = new();

    [Fact]
    public void Whole_content_loads()
    {
        var service = _content.Service();

        Assert.Equal(("test-service", "Test service", "Tests.", Plan), (service.Id, service.Title, service.Description, service.Url));
    }

    [Fact]
    public void No_content_gives_no_services() => Assert.Empty(ContentSet.Load([], new Dictionary<string, string>()).Services);

    [Theory]
    [InlineData("title", "title")]
    [InlineData("priority", "priority")]
    [InlineData("code", "no code")]
    [InlineData("trigger", "no hook")]
    [InlineData("condition", "condition")]
    public void An_action_without_what_it_needs_is_refused(string element, string problem)
    {
        _content.Action.Remove(element);

        Assert.Contains(problem, Assert.Single(_content.Problems()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(139, true)]
    [InlineData(140, false)]
    public void A_title_must_be_shorter_than_140_characters(int length, bool loads)
    {
        _content.Action["title"] = new string('x', length);

        Assert.Equal(loads, Record.Exception(() => _content.Load()) is null);
    }

    [Fact]
    public void A_define_that_does_not_exist_is_refused()
    {
        _content.Defines.Remove("T-01 Applies");
        _content.Defines["Another"] = Elm.Boolean(true);

        Assert.Contains(_content.Problems(), p => p.Message.Contains("\"T-01 Applies\", found in none of TestRules", StringComparison.Ordinal));
    }

    [Fact]
    public void A_condition_of_another_type_is_refused()
    {
        _content.Defines["T-01 Applies"] = Elm.Text("yes");

        Assert.Contains(_content.Problems(), p => p.Message.Contains("System.Boolean is needed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_condition_found_in_two_libraries_is_refused()
    {
        AddLibrary("OtherRules", "T-01 Applies", Elm.Boolean(true));

        Assert.Contains(_content.Problems(), p => p.Message.Contains("found in TestRules and OtherRules", StringComparison.Ordinal));
    }

    [Fact]
    public void Rule_libraries_may_share_the_name_of_a_define_that_each_re_exports()
    {
        AddLibrary("OtherRules", "Shared Title", Elm.Text("Other title"));
        _content.Defines["Shared Title"] = Elm.Text("Own title");
        _content.Action["dynamicValue"] = new JsonArray(Dynamic("action.title", "Shared Title"));

        Assert.Equal("Own title", _content.Service().Evaluate("order-sign", TestChart.With(), TestChart.Now)[0].Summary);
    }

    [Fact]
    public void A_library_that_does_not_resolve_is_refused()
    {
        _content.PlanDefinition["library"]!.AsArray().Add($"{Base}/Library/Nowhere");

        Assert.Contains("does not resolve", Assert.Single(_content.Problems()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_in_another_version_than_the_plan_asks_for_is_refused()
    {
        _content.PlanDefinition["library"]![0] = $"{Base}/Library/TestRules|9.9.9";

        Assert.Contains(_content.Problems(), p => p.Message.Contains("does not resolve", StringComparison.Ordinal));
    }

    [Fact]
    public void A_code_that_its_code_system_shows_differently_is_refused()
    {
        _content.Action["code"]![0]!["coding"]![0]!["display"] = "Some rule";

        Assert.Contains("'First rule'", Assert.Single(_content.Problems()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_override_reason_without_display_is_refused()
    {
        var reason = new JsonObject { ["system"] = $"{Base}/CodeSystem/naltrexone-override-reasons", ["code"] = "declined" };
        _content.Action["extension"] = new JsonArray(new JsonObject { ["url"] = $"{Base}/StructureDefinition/override-reason", ["valueCoding"] = reason });

        Assert.Contains("'Patient declined'", Assert.Single(_content.Problems()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_at_an_address_that_is_not_https_is_refused()
    {
        _content.Action["documentation"]![0]!["url"] = "http://example.org/plain";

        Assert.Contains("https", Assert.Single(_content.Problems()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_without_source_names_its_plan()
    {
        _content.Action.Remove("documentation");

        Assert.Equal([new Documentation("Test service", null, null)], _content.Service().Evaluate("order-sign", TestChart.With(), TestChart.Now)[0].Documentation);
    }

    [Fact]
    public void A_source_without_label_is_refused()
    {
        _content.Action["documentation"]![0]!.AsObject().Remove("label");

        Assert.Contains("without label", Assert.Single(_content.Problems()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/cql-identifier", true)]
    [InlineData("text/cql.identifier", true)]
    [InlineData("text/fhirpath", false)]
    public void Only_define_names_are_expressions(string language, bool loads)
    {
        _content.Action["condition"]![0]!["expression"]!["language"] = language;

        Assert.Equal(loads, Record.Exception(() => _content.Load()) is null);
    }

    [Theory]
    [InlineData("action.code")]
    [InlineData("")]
    public void A_dynamic_value_for_anything_but_the_texts_is_refused(string path)
    {
        _content.Defines["Any"] = Elm.Text("any");
        _content.Action["dynamicValue"] = new JsonArray(Dynamic(path, "Any"));

        Assert.Contains(path, Assert.Single(_content.Problems()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suggestion_to_create_from_nothing_is_refused()
    {
        var step = Step("create", "Create");
        step["definitionCanonical"] = $"{Base}/ActivityDefinition/nowhere";
        _content.Action["action"] = new JsonArray(step);

        Assert.Contains("no ActivityDefinition", Assert.Single(_content.Problems()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dosage", "not carried over")]
    [InlineData("transform", "not carried over")]
    [InlineData("dynamicValue", "not carried over")]
    public void An_activity_element_that_would_be_lost_is_refused(string element, string problem)
    {
        _content.Resources["ActivityDefinition-make"] = new JsonObject
        {
            ["resourceType"] = "ActivityDefinition",
            ["url"] = $"{Base}/ActivityDefinition/make",
            ["kind"] = "ServiceRequest",
            ["intent"] = "proposal",
            ["code"] = Concept("http://loinc.org", "24325-3"),
            [element] = new JsonObject(),
        };
        var step = Step("create", "Create");
        step["definitionCanonical"] = $"{Base}/ActivityDefinition/make";
        _content.Action["action"] = new JsonArray(step);

        Assert.Contains(problem, Assert.Single(_content.Problems()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_of_unknown_type_is_refused()
    {
        _content.Action["action"] = new JsonArray(Step("fire-event", "Fire"));

        Assert.Contains("fire-event", Assert.Single(_content.Problems()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_removal_without_target_is_refused()
    {
        _content.Action["action"] = new JsonArray(Step("remove", "Remove"));

        Assert.Contains("action.resource", Assert.Single(_content.Problems()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_set_that_is_not_enumerated_is_refused()
    {
        var set = ValueSet("odd", "http://loinc.org", "1742-6");
        set["compose"]!["include"]!.AsArray().Add(new JsonObject { ["system"] = "http://loinc.org" });
        _content.Resources["ValueSet-odd"] = set;

        Assert.Contains("enumerated", Assert.Single(_content.Problems()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_canonical_url_used_twice_is_refused()
    {
        _content.Resources["Library-again"] = Library("TestRules");

        Assert.Contains("repeats", Assert.Single(_content.Problems()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_json_is_refused()
        => Assert.Contains(
            Assert.Throws<KnowledgeException>(() => ContentSet.Load([.. _content.Files(), new ContentFile("resources/x.json", "{"u8.ToArray())], new Dictionary<string, string>())).Problems,
            p => p.Artifact == "resources/x.json");

    [Fact]
    public void A_value_set_that_cql_names_and_nobody_defines_is_refused()
    {
        _content.ValueSets.Add($"{Base}/ValueSet/missing");
        _content.Defines["T-01 Applies"] = Elm.Exists(Elm.Retrieve("Observation", $"{Base}/ValueSet/missing"));

        Assert.Contains(_content.Problems(), p => p.Message.Contains("ValueSet/missing", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_problem_is_named_at_once()
    {
        _content.Action.Remove("priority");
        _content.Action["title"] = "";
        _content.PlanDefinition.Remove("title");

        Assert.Equal(3, _content.Problems().Count);
        Assert.Contains("priority", Assert.Throws<KnowledgeException>(() => _content.Load()).Message, StringComparison.Ordinal);
    }

    private void AddLibrary(string name, string define, JsonObject value)
    {
        _content.Libraries[name] = Elm.Library(name, new Dictionary<string, JsonObject> { [define] = value });
        _content.Resources[$"Library-{name}"] = Library(name);
        _content.PlanDefinition["library"]!.AsArray().Add($"{Base}/Library/{name}");
    }
}
