using FhirNaltrexone.Knowledge;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>The policies of this site, one after the other. Without any it costs nothing.</summary>
internal sealed class CardPolicies(IReadOnlyList<ICardPolicy> policies)
{
    /// <summary>The findings that are shown.</summary>
    public ValueTask<IReadOnlyList<Finding>> ApplyAsync(CardCall call, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
        => policies.Count == 0 || findings.Count == 0 ? new(findings) : RunAsync(call, findings, cancellationToken);

    private async ValueTask<IReadOnlyList<Finding>> RunAsync(CardCall call, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        foreach (var policy in policies)
        {
            findings = await policy.ApplyAsync(call, findings, cancellationToken).ConfigureAwait(false);
        }

        return findings;
    }
}
