using FhirNaltrexone.Knowledge;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>
/// Shows so many cards and no more: what may not be left away, then the others in their order. One further card at the end says how many were
/// held back, and of which rules.
/// </summary>
internal sealed class MostCards(CardOptions options, CdsHooksMetrics metrics) : ICardPolicy
{
    public ValueTask<IReadOnlyList<Finding>> ApplyAsync(CardCall call, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
        => new(findings.Count <= options.Maximum ? findings : Limit(call, findings));

    private IReadOnlyList<Finding> Limit(CardCall call, IReadOnlyList<Finding> findings)
    {
        var room = options.Maximum - findings.Count(Untouchable.Holds);
        var held = new List<Finding>();
        var shown = Remaining.Of(findings, finding => !Untouchable.Holds(finding) && room-- <= 0, held.Add);
        held.ForEach(finding => metrics.Withheld(finding, "maximum"));
        return held.Count == 0 ? shown : [.. shown, HeldBack.Card(call, options.Maximum, held)];
    }
}
