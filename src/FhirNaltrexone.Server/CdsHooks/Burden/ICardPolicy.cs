using FhirNaltrexone.Knowledge;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>
/// One thing a site does against too many cards. A policy removes findings or leaves them in their order; it never adds one of a rule and never
/// removes one that is <see cref="Untouchable"/>, save <see cref="RulesOff"/> where the site says so.
/// </summary>
internal interface ICardPolicy
{
    /// <summary>The findings that are shown; the same list when all of them are.</summary>
    ValueTask<IReadOnlyList<Finding>> ApplyAsync(CardCall call, IReadOnlyList<Finding> findings, CancellationToken cancellationToken);
}
