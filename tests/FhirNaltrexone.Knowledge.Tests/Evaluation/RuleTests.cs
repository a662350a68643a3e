using FhirNaltrexone.Knowledge.Tests.Fixtures;
using static FhirNaltrexone.Knowledge.Tests.Fixtures.TestContent;

namespace FhirNaltrexone.Knowledge.Tests.Evaluation;

public sealed class RuleTests
{
    private readonly TestContent _content = new();

    [Fact]
    public void A_true_condition_gives_a_finding_with_the_static_texts()
    {
        var finding = Single();

        Assert.Equal(new Coding($"{Base}/CodeSystem/naltrexone-rules", "T-01", "First rule"), finding.Rule);
        Assert.Equal(Indicator.Warning, finding.Indicator);
        Assert.Equal("First rule fires", finding.Summary);
        Assert.Equal("Static detail.", finding.Detail);
        Assert.Equal("A source", finding.Documentation[0].Label);
        Assert.True(finding.Evaluated);
        Assert.Null(finding.FailureReason);
    }

    [Fact]
    public void A_false_condition_gives_nothing()
    {
        _content.Defines["T-01 Applies"] = Elm.Boolean(false);

        Assert.Empty(Evaluate());
    }

    [Fact]
    public void A_null_condition_is_reported_and_not_silent()
    {
        _content.Defines["T-01 Applies"] = Elm.Null("Boolean");

        AssertNotEvaluated(Single(), "null-result at TestRules.\"T-01 Applies\"");
    }

    [Fact]
    public void A_condition_that_fails_is_reported_and_not_silent()
    {
        _content.Defines["T-01 Applies"] = Elm.Error("Boolean");

        var finding = Single();

        AssertNotEvaluated(finding, "runtime-error at TestRules.\"T-01 Applies\"");
        Assert.DoesNotContain("patient", finding.FailureReason, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("routine", Indicator.Info)]
    [InlineData("urgent", Indicator.Warning)]
    [InlineData("stat", Indicator.Warning)]
    public void What_could_not_be_evaluated_warns_unless_the_rule_only_informs(string priority, Indicator expected)
    {
        _content.Action["priority"] = priority;
        _content.Defines["T-01 Applies"] = Elm.Null("Boolean");

        Assert.Equal(expected, Single().Indicator);
    }

    [Fact]
    public void One_false_condition_settles_what_another_leaves_open()
    {
        _content.Defines["Open"] = Elm.Null("Boolean");
        _content.Defines["Closed"] = Elm.Boolean(false);
        _content.Action["condition"]!.AsArray().Add(Condition("Open"));
        _content.Action["condition"]!.AsArray().Add(Condition("Closed"));

        Assert.Empty(Evaluate());
    }

    [Fact]
    public void An_open_condition_beside_true_ones_is_reported()
    {
        _content.Defines["Open"] = Elm.Null("Boolean");
        _content.Action["condition"]!.AsArray().Add(Condition("Open"));

        AssertNotEvaluated(Single(), "null-result at TestRules.\"Open\"");
    }

    [Theory]
    [InlineData("routine", Indicator.Info)]
    [InlineData("urgent", Indicator.Warning)]
    [InlineData("asap", Indicator.Warning)]
    [InlineData("stat", Indicator.Critical)]
    public void Priorities_become_indicators(string priority, Indicator expected)
    {
        _content.Action["priority"] = priority;

        Assert.Equal(expected, Single().Indicator);
    }

    [Fact]
    public void Dynamic_texts_take_the_place_of_the_static_ones()
    {
        Bind("action.title", Elm.Text("Last opioid 6 days ago"));
        Bind("action.description", Elm.Text("**Six** days."));
        Bind("action.priority", Elm.Text("stat"));

        var finding = Single();

        Assert.Equal(("Last opioid 6 days ago", "**Six** days.", Indicator.Critical), (finding.Summary, finding.Detail, finding.Indicator));
        Assert.Null(finding.FailureReason);
    }

    [Fact]
    public void A_warning_appears_with_static_texts_when_its_dynamic_texts_fail()
    {
        Bind("action.title", Elm.Error("String"));
        Bind("action.description", Elm.Null("String"));
        Bind("action.priority", Elm.Text("soonish"));

        var finding = Single();

        Assert.Equal(("First rule fires", "Static detail.", Indicator.Warning), (finding.Summary, finding.Detail, finding.Indicator));
        Assert.True(finding.Evaluated);
        Assert.StartsWith("unknown-priority at", finding.FailureReason, StringComparison.Ordinal);
    }

    /// <summary>It is cut where cards are written, for cards alone have a limit.</summary>
    [Fact]
    public void A_long_summary_stays_whole()
    {
        var text = string.Concat(Enumerable.Repeat("as long as it must be ", 20));
        Bind("action.title", Elm.Text(text));

        Assert.Equal(text, Single().Summary);
    }

    [Fact]
    public void Criticals_come_first_and_equals_keep_the_order_of_the_plan()
    {
        _content.Action["priority"] = "routine";
        _content.AddRule("T-02", "Second rule", "stat", Elm.Boolean(true));
        _content.AddRule("T-03", "Third rule", "routine", Elm.Boolean(true));

        Assert.Equal(["T-02", "T-01", "T-03"], Evaluate().Select(f => f.Rule.Code));
    }

    [Fact]
    public void A_rule_with_several_actions_gives_one_finding_at_its_worst_indicator()
    {
        _content.AddRule("T-02", "Second rule", "urgent", Elm.Boolean(true));
        var worse = Rule("T-01", "First rule", "stat");
        worse["title"] = "The worse one";
        _content.PlanDefinition["action"]!.AsArray().Add(worse);

        var findings = Evaluate();

        Assert.Equal(["T-01", "T-02"], findings.Select(f => f.Rule.Code));
        Assert.Equal("The worse one", findings[0].Summary);
    }

    [Fact]
    public void A_rule_is_silent_on_hooks_it_is_not_bound_to()
    {
        var service = _content.Service();

        Assert.Equal(["order-sign"], service.Hooks);
        Assert.Empty(service.Evaluate("patient-view", TestChart.With(), TestChart.Now));
    }

    [Fact]
    public void One_failing_rule_does_not_silence_the_next()
    {
        _content.Defines["T-01 Applies"] = Elm.Error("Boolean");
        _content.AddRule("T-02", "Second rule", "stat", Elm.Boolean(true));

        Assert.Equal([("T-02", true), ("T-01", false)], Evaluate().Select(f => (f.Rule.Code, f.Evaluated)));
    }

    [Fact]
    public void The_same_call_gives_the_same_ids_and_another_call_other_ones()
    {
        var service = _content.Service();
        var chart = TestChart.With();

        var first = service.Evaluate("order-sign", chart, TestChart.Now)[0].Id;

        Assert.Equal(first, service.Evaluate("order-sign", chart, TestChart.Now)[0].Id);
        Assert.NotEqual(first, service.Evaluate("order-sign", chart with { Scope = "another call" }, TestChart.Now)[0].Id);
    }

    [Fact]
    public void Override_reasons_come_with_code_system_and_display()
    {
        var reason = new System.Text.Json.Nodes.JsonObject
        {
            ["system"] = $"{Base}/CodeSystem/naltrexone-override-reasons",
            ["code"] = "declined",
            ["display"] = "Patient declined",
        };
        _content.Action["extension"] = new System.Text.Json.Nodes.JsonArray(
            new System.Text.Json.Nodes.JsonObject { ["url"] = $"{Base}/StructureDefinition/override-reason", ["valueCoding"] = reason });

        Assert.Equal([new Coding($"{Base}/CodeSystem/naltrexone-override-reasons", "declined", "Patient declined")], Single().OverrideReasons);
    }

    private static void AssertNotEvaluated(Finding finding, string reason)
    {
        Assert.False(finding.Evaluated);
        Assert.StartsWith(reason, finding.FailureReason, StringComparison.Ordinal);
        Assert.Equal("T-01", finding.Rule.Code);
        Assert.Equal("Could not be evaluated: First rule fires", finding.Summary);
        Assert.Empty(finding.Suggestions);
    }

    private void Bind(string path, System.Text.Json.Nodes.JsonObject value)
    {
        _content.Defines[path] = value;
        var dynamics = _content.Action["dynamicValue"]?.AsArray();
        if (dynamics is null)
        {
            _content.Action["dynamicValue"] = dynamics = [];
        }

        dynamics.Add(Dynamic(path, path));
    }

    private IReadOnlyList<Finding> Evaluate() => _content.Service().Evaluate("order-sign", TestChart.With(), TestChart.Now);

    private Finding Single() => Assert.Single(Evaluate());
}
