using System.Text.Json;
using FhirNaltrexone.Knowledge.Tests.Fixtures;

namespace FhirNaltrexone.Knowledge.Tests.Libraries;

public sealed class LibrarySetTests
{
    private const string TestRules = $"{TestContent.Base}/Library/TestRules";

    private static readonly Chart Chart = TestChart.With();

    private readonly TestContent _content = new();

    [Fact]
    public void A_library_is_found_by_its_canonical_with_and_without_its_version()
    {
        var libraries = _content.Load().Libraries;

        Assert.Equal("TestRules", libraries.Find(TestRules)?.Name);
        Assert.Equal("TestRules", libraries.Find($"{TestRules}|0.1.0")?.Name);
        Assert.Null(libraries.Find($"{TestRules}|0.2.0"));
        Assert.Equal(TestRules, libraries.WithId("TestRules")?.Url);
    }

    [Fact]
    public void Its_defines_are_told_with_their_types()
    {
        _content.Defines["Greeting"] = Elm.Text("hello");

        var library = _content.Load().Libraries.Find(TestRules)!;

        Assert.Equal(["System.Boolean", "System.String"], library.Defines.Select(define => define.ResultType));
        Assert.Equal(["T-01 Applies", "Greeting"], library.Defines.Select(define => define.Name));
    }

    [Fact]
    public void Outside_hooks_the_hook_is_apply()
    {
        _content.Libraries["NaltrexoneContext"] = Elm.ContextLibrary(("Hook", Elm.Named("String")));
        _content.Defines["The hook"] = Elm.ParameterRef("Hook", Elm.Named("String"));

        var result = Evaluate("The hook");

        Assert.Equal("apply", result.Value);
        Assert.Null(result.Failure);
    }

    [Fact]
    public void What_fails_says_so_and_where_and_nothing_of_the_patient()
    {
        _content.Defines["Broken"] = Elm.Error("Boolean");

        var result = Evaluate("Broken");

        Assert.Null(result.Value);
        Assert.Equal("runtime-error at TestRules.\"Broken\" [7:1-7:9]", result.Failure);
    }

    [Fact]
    public void An_unknown_define_is_a_failure() => Assert.StartsWith("unknown-define", Evaluate("No such").Failure, StringComparison.Ordinal);

    [Fact]
    public void What_a_define_reads_is_told_and_what_cannot_be_searched_for()
    {
        _content.Defines["Conditions"] = Elm.Exists(Elm.Retrieve("Condition"));
        _content.Defines["Insights"] = Elm.Exists(Elm.Retrieve("MolecularSequence"));

        var library = _content.Load().Libraries.Find(TestRules)!;

        Assert.Equal(["Patient", "Condition"], library.Needs.Templates.Select(template => template.ResourceType));
        Assert.Equal(["MolecularSequence"], library.Needs.Unsearchable);
        Assert.Equal(["Condition"], library.RequirementsOf(["Conditions"]).Select(need => need.ResourceType));
    }

    [Fact]
    public void A_plan_of_another_type_than_rules_is_no_service_and_is_found_as_definition()
    {
        const string Url = $"{TestContent.Base}/PlanDefinition/protocol";
        _content.Resources["PlanDefinition-protocol"] = new()
        {
            ["resourceType"] = "PlanDefinition",
            ["id"] = "protocol",
            ["url"] = Url,
            ["type"] = TestContent.Concept("http://terminology.hl7.org/CodeSystem/plan-definition-type", "clinical-protocol"),
        };

        var content = _content.Load();

        Assert.Equal(["test-service"], content.Services.Select(service => service.Id));
        Assert.Equal("protocol", content.Find("PlanDefinition", Url)?.GetProperty("id").GetString());
        Assert.Equal(2, content.All("PlanDefinition").Count());
    }

    [Fact]
    public void Every_library_of_the_content_evaluates_every_define_for_a_patient_of_whom_nothing_is_known()
    {
        var chart = Chart with { Resources = [JsonElement.Parse("""{"resourceType":"Patient","id":"pt"}""")] };

        var failures = CommittedContent().Libraries.All.SelectMany(library =>
        {
            var evaluation = library.Begin(chart, TestChart.Now);
            return library.Defines.Select(define => evaluation.Evaluate(library.Name, define.Name).Failure).OfType<string>();
        });

        Assert.Empty(failures);
    }

    private static ContentSet CommittedContent() => ContentSet.LoadEmbedded(new Dictionary<string, string>());

    private Knowledge.Libraries.DefineResult Evaluate(string define)
        => _content.Load().Libraries.Find(TestRules)!.Begin(Chart, TestChart.Now).Evaluate("TestRules", define);
}
