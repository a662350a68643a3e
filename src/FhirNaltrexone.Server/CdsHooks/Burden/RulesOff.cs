using FhirNaltrexone.Knowledge;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>Leaves away the cards of rules that the site has switched off: critical ones, and that a rule could not be evaluated, only when it says so.</summary>
internal sealed class RulesOff(CardOptions options, CdsHooksMetrics metrics) : ICardPolicy
{
    private readonly Dictionary<string, bool> _off = options.Off.ToDictionary(off => off.Rule, off => off.IncludingCritical, StringComparer.Ordinal);

    public ValueTask<IReadOnlyList<Finding>> ApplyAsync(CardCall call, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
        => new(Remaining.Of(findings, IsHidden, finding => metrics.Withheld(finding, "off")));

    private bool IsHidden(Finding finding)
        => _off.TryGetValue(finding.Rule.Code, out var includingCritical) && (includingCritical || !Untouchable.Holds(finding));
}
