using FhirNaltrexone.Cql;

namespace FhirNaltrexone.Knowledge.Evaluation;

/// <summary>The rules of one service that run on one hook.</summary>
internal sealed class HookRules
{
    // What takes longer than any prescriber waits is told on cards, rule by rule.
    private static readonly CqlLimits Limits = new(TimeSpan.FromSeconds(5), long.MaxValue);

    private readonly string _service;
    private readonly CqlEngine _engine;
    private readonly RequestParameters _parameters;
    private readonly Rule[] _rules;
    private readonly int[] _slots;
    private readonly int _slotCount;

    public HookRules(
        string service, string hook, CqlEngine engine, RequestParameters parameters, IReadOnlyList<Rule> rules, IReadOnlyList<PrefetchTemplate> prefetch)
    {
        (_service, Hook, _engine, _parameters, _rules, Prefetch) = (service, hook, engine, parameters, [.. rules], prefetch);

        // Several actions may carry one rule: they share a slot, and a slot gives one finding.
        var codes = rules.Select(rule => rule.Code.Code).Distinct(StringComparer.Ordinal).ToList();
        _slots = [.. rules.Select(rule => codes.IndexOf(rule.Code.Code))];
        _slotCount = codes.Count;
    }

    public string Hook { get; }

    public IReadOnlyList<PrefetchTemplate> Prefetch { get; }

    public IEnumerable<Coding> Rules => _rules.Select(rule => rule.Code);

    public IReadOnlyList<Finding> Evaluate(Chart chart, DateTimeOffset now, string? only)
    {
        var local = TimeZoneInfo.ConvertTime(now, chart.Zone);
        var evaluation = _engine.Begin(CqlData.From(chart.Resources), local, _parameters.For(Hook, chart, local), Limits);
        var call = new RuleCall(_service, chart, evaluation);
        Finding?[]? worst = null;
        for (var i = 0; i < _rules.Length; i++)
        {
            if (only is not null && _rules[i].Code.Code != only) continue;
            if (_rules[i].Evaluate(call) is { } finding)
            {
                worst ??= new Finding?[_slotCount];
                worst[_slots[i]] = Worse(worst[_slots[i]], finding);
            }
        }

        return worst is null ? [] : CriticalsFirst(worst);
    }

    /// <summary>The finding with the higher indicator; of equals one that was evaluated, then the first.</summary>
    private static Finding Worse(Finding? known, Finding next)
        => known is null || next.Indicator > known.Indicator || (next.Indicator == known.Indicator && next.Evaluated && !known.Evaluated)
            ? next
            : known;

    private static List<Finding> CriticalsFirst(Finding?[] findings)
    {
        var ordered = new List<Finding>();
        for (var indicator = Indicator.Critical; indicator >= Indicator.Info; indicator--)
        {
            foreach (var finding in findings)
            {
                if (finding?.Indicator == indicator)
                {
                    ordered.Add(finding);
                }
            }
        }

        return ordered;
    }
}
