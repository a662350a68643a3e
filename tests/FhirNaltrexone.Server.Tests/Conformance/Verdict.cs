using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Server.Tests.Conformance.Charts;

namespace FhirNaltrexone.Server.Tests.Conformance;

/// <summary>What all services of a hook say about a chart: for each rule its worst indicator.</summary>
internal sealed class Verdict
{
    /// <summary>The clinical content, loaded once.</summary>
    public static Lazy<ContentSet> Content { get; } = new(() => ContentSet.LoadEmbedded(new Dictionary<string, string>()));

    private readonly SortedDictionary<string, Indicator> _rules = new(StringComparer.Ordinal);

    private Verdict(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Assert.True(finding is { Evaluated: true, FailureReason: null }, $"{finding.Rule.Code}: {finding.FailureReason}");
            _rules[finding.Rule.Code] = _rules.TryGetValue(finding.Rule.Code, out var other) && other > finding.Indicator ? other : finding.Indicator;
        }
    }

    /// <summary>The worst indicator of all; null when nothing is said.</summary>
    private Indicator? Worst => _rules.Count == 0 ? null : _rules.Values.Max();

    /// <summary>As cards would show it: <c>rule indicator</c>, sorted.</summary>
    public IReadOnlyList<string> Cards => [.. _rules.Select(rule => $"{rule.Key} {rule.Value.ToString().ToLowerInvariant()}")];

    /// <summary>Evaluates every service that answers the hook. A rule that cannot be evaluated fails the test.</summary>
    public static Verdict On(GeneratedChart generated)
    {
        var chart = generated.ToChart();
        return new(Content.Value.Services.SelectMany(service => service.Evaluate(generated.Hook, chart, generated.Now)));
    }

    public bool Says(string rule) => _rules.ContainsKey(rule);

    /// <summary>Whether the worst indicator is no weaker than that of another verdict, over all rules and over the rules named alone.</summary>
    public bool IsAtLeast(Verdict other, params string[] rules)
        => IsAtLeast(Worst, other.Worst) && IsAtLeast(WorstOf(rules), other.WorstOf(rules));

    /// <summary>Whether another verdict has every rule of this one, each at least as urgent.</summary>
    public bool IsKeptBy(Verdict other) => _rules.All(rule => other._rules.TryGetValue(rule.Key, out var kept) && kept >= rule.Value);

    private static bool IsAtLeast(Indicator? one, Indicator? other) => other is null || one >= other;

    private Indicator? WorstOf(string[] rules) => rules.Where(Says).Select(rule => (Indicator?)_rules[rule]).Max();

    public override string ToString() => $"[{string.Join(", ", Cards)}]";
}
