using System.Diagnostics.Metrics;
using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Server.CdsHooks;
using FhirNaltrexone.Server.CdsHooks.Burden;
using FhirNaltrexone.Server.CdsHooks.Intake;
using FhirNaltrexone.Server.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;

namespace FhirNaltrexone.Server.Tests.CdsHooks.Burden;

/// <summary>What each policy leaves away, and the laws none of them breaks.</summary>
public sealed class PolicyTests : IDisposable
{
    private static readonly string[] Families = ["PW-01", "PW-16", "HT-03", "AD-02", "DQ-01", "DQ-03"];

    private static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement;

    private static readonly CardCall TheCall = new("service", new HookRequest(Empty, Empty, "order-sign", "call", PatientId.Parse("pt")!.Value, default), default);

    private readonly ServiceProvider _provider = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly CdsHooksMetrics _metrics;

    public PolicyTests() => _metrics = new(_provider.GetRequiredService<IMeterFactory>());

    public void Dispose() => _provider.Dispose();

    [Fact]
    public async Task Cards_below_the_minimum_are_left_away_unless_they_are_about_data()
    {
        var options = new CardOptions { MinimumIndicator = Indicator.Critical };

        var shown = await new LeastUrgent(options, _metrics).ApplyAsync(
            TheCall,
            [
                Findings.Of("PW-01", Indicator.Critical), Findings.Of("HT-03", Indicator.Warning), Findings.Of("DQ-03", Indicator.Warning),
                Findings.Of("PW-16", Indicator.Warning, evaluated: false), Findings.Of("AD-02", Indicator.Info), Findings.Of("DQ-01", Indicator.Info),
            ],
            default);

        Assert.Equal(["PW-01", "DQ-03", "PW-16", "DQ-01"], Codes(shown));
    }

    [Theory]
    [InlineData(false, "PW-01 PW-16")]
    [InlineData(true, "PW-16")]
    public async Task A_rule_that_is_off_keeps_its_critical_cards_unless_they_are_named(bool includingCritical, string shown)
    {
        var options = new CardOptions { Off = { new() { Rule = "PW-01", Reason = "r", IncludingCritical = includingCritical }, new() { Rule = "HT-03", Reason = "r" } } };

        var left = await new RulesOff(options, _metrics).ApplyAsync(
            TheCall, [Findings.Of("PW-01", Indicator.Critical), Findings.Of("HT-03", Indicator.Warning), Findings.Of("PW-16", Indicator.Info)], default);

        Assert.Equal(shown.Split(' '), Codes(left));
    }

    [Theory]
    [InlineData(false, "PW-01")]
    [InlineData(true, "")]
    public async Task A_rule_that_is_off_still_says_that_it_could_not_be_evaluated_unless_its_critical_cards_are_off_too(bool includingCritical, string shown)
    {
        var options = new CardOptions { Off = { new() { Rule = "PW-01", Reason = "r", IncludingCritical = includingCritical } } };

        var left = await new RulesOff(options, _metrics).ApplyAsync(TheCall, [Findings.Of("PW-01", Indicator.Warning, evaluated: false)], default);

        Assert.Equal(shown.Split(' ', StringSplitOptions.RemoveEmptyEntries), Codes(left));
    }

    [Fact]
    public async Task Beyond_the_maximum_the_least_urgent_are_held_back_and_a_last_card_names_them()
    {
        var shown = await new MostCards(new CardOptions { Maximum = 3 }, _metrics).ApplyAsync(
            TheCall,
            [
                Findings.Of("PW-01", Indicator.Critical), Findings.Of("HT-03", Indicator.Warning), Findings.Of("PW-16", Indicator.Info),
                Findings.Of("AD-02", Indicator.Info), Findings.Of("DQ-01", Indicator.Info),
            ],
            default);

        Assert.Equal(["PW-01", "HT-03", "DQ-01", "cards-held-back"], Codes(shown));
        var last = shown[^1];
        Assert.Equal(Indicator.Info, last.Indicator);
        Assert.Equal("2 further cards were held back: this site shows at most 3", last.Summary);
        Assert.Equal("- PW-16 Rule PW-16 (info)\n- AD-02 Rule AD-02 (info)", last.Detail);
        Assert.NotEmpty(last.Documentation[0].Label);
    }

    [Fact]
    public async Task Criticals_beyond_the_maximum_are_all_shown()
    {
        Finding[] findings = [.. Enumerable.Range(0, 4).Select(i => Findings.Of("PW-01", Indicator.Critical, number: i))];

        Assert.Same(findings, await new MostCards(new CardOptions { Maximum = 1 }, _metrics).ApplyAsync(TheCall, findings, default));
    }

    [Fact]
    public async Task Without_any_policy_the_findings_pass_as_they_are_and_nothing_is_allocated()
    {
        var policies = new CardPolicies([]);
        IReadOnlyList<Finding> findings = [Findings.Simple()];
        await policies.ApplyAsync(TheCall, findings, default);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var shown = policies.ApplyAsync(TheCall, findings, default);
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(before, after);
        Assert.Same(findings, await shown);
    }

    [Property(MaxTest = 1000)]
    public Property No_policy_removes_a_critical_or_a_card_about_data() => Law((findings, shown) => findings.Where(Untouchable.Holds).All(shown.Contains));

    [Property(MaxTest = 1000)]
    public Property No_policy_adds_a_rule() => Law((findings, shown)
        => shown.Where(finding => finding.Rule != ServiceTopics.CardsHeldBack).All(findings.Contains)
            && shown.Count(finding => finding.Rule == ServiceTopics.CardsHeldBack) <= 1);

    [Property(MaxTest = 1000)]
    public Property No_policy_changes_the_order() => Law((findings, shown)
        => shown.Where(findings.Contains).SequenceEqual(findings.Where(shown.Contains)));

    [Property(MaxTest = 1000)]
    public Property What_is_missing_under_a_maximum_alone_is_told() => Prop.ForAll(
        Arb.From(Calls), Arb.From(Gen.Choose(1, 6)), (findings, maximum) =>
        {
            var shown = Apply(new CardOptions { Maximum = maximum }, findings);
            var missing = findings.Where(finding => !shown.Contains(finding)).ToList();
            var told = shown.SingleOrDefault(finding => finding.Rule == ServiceTopics.CardsHeldBack);
            return missing.Count == 0 ? told is null : told == shown[^1] && missing.All(finding => told.Detail!.Contains(finding.Rule.Code, StringComparison.Ordinal));
        });

    private static Gen<Finding[]> Calls =>
        from rules in Gen.Shuffle(Families)
        from count in Gen.Choose(0, Families.Length)
        from indicators in Gen.ArrayOf(Gen.Elements(Indicator.Info, Indicator.Warning, Indicator.Critical), count)
        from evaluated in Gen.ArrayOf(Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false))), count)
        select Enumerable.Range(0, count).Select(i => Findings.Of(rules[i], indicators[i], evaluated[i], i))
            .OrderByDescending(finding => finding.Indicator).ToArray();

    private static Gen<CardOptions> Sites =>
        from minimum in Gen.Elements(Indicator.Info, Indicator.Warning, Indicator.Critical)
        from maximum in Gen.Choose(0, 6)
        from off in Gen.SubListOf("PW-01", "PW-16", "HT-03")
        select Site(minimum, maximum, off);

    private static CardOptions Site(Indicator minimum, int maximum, IEnumerable<string> off)
    {
        var options = new CardOptions { MinimumIndicator = minimum, Maximum = maximum };
        foreach (var rule in off) options.Off.Add(new() { Rule = rule, Reason = "reason" });
        return options;
    }

    private static IEnumerable<string> Codes(IEnumerable<Finding> findings) => findings.Select(finding => finding.Rule.Code);

    /// <summary>
    /// A law for each policy alone and for all in a row. What <see cref="RulesOff"/> was told to leave away though it says that the rule could not
    /// be evaluated is no breach: the rule is off.
    /// </summary>
    private Property Law(Func<IReadOnlyList<Finding>, IReadOnlyList<Finding>, bool> holds) => Prop.ForAll(
        Arb.From(Calls), Arb.From(Sites), (findings, options) =>
        {
            var off = options.Off.Select(one => one.Rule).ToHashSet();
            Finding[] running = [.. findings.Where(finding => finding.Evaluated || !off.Contains(finding.Rule.Code))];
            return holds(running, Apply(options, running))
                && Policies(options).All(policy => holds(running, policy.ApplyAsync(TheCall, running, default).AsTask().GetAwaiter().GetResult()));
        });

    private IReadOnlyList<Finding> Apply(CardOptions options, Finding[] findings)
        => new CardPolicies(Policies(options)).ApplyAsync(TheCall, findings, default).AsTask().GetAwaiter().GetResult();

    private List<ICardPolicy> Policies(CardOptions options)
    {
        List<ICardPolicy> policies = [new RulesOff(options, _metrics), new LeastUrgent(options, _metrics)];
        if (options.Maximum > 0) policies.Add(new MostCards(options, _metrics));
        return policies;
    }
}
