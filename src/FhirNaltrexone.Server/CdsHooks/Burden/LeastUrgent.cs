using FhirNaltrexone.Knowledge;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>Leaves away cards below the indicator the site wants to see.</summary>
internal sealed class LeastUrgent(CardOptions options, CdsHooksMetrics metrics) : ICardPolicy
{
    public ValueTask<IReadOnlyList<Finding>> ApplyAsync(CardCall call, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
        => new(Remaining.Of(
            findings,
            finding => finding.Indicator < options.MinimumIndicator && !Untouchable.Holds(finding),
            finding => metrics.Withheld(finding, "minimum")));
}
