using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Server.Subscriptions.Topics;

/// <summary>What must hold before and after a change (FHIR R5, SubscriptionTopic.resourceTrigger.queryCriteria).</summary>
/// <param name="Previous">Condition on the version before; null for none.</param>
/// <param name="IsPassedByCreate">Whether <paramref name="Previous"/> counts as met when there is no version before.</param>
/// <param name="Current">Condition on the version made; null for none.</param>
/// <param name="IsPassedByDelete">Whether <paramref name="Current"/> counts as met when the resource is gone.</param>
/// <param name="AreBothNeeded">Whether both must be met, or one will do.</param>
internal sealed record TopicCriteria(
    SearchExpression? Previous, bool IsPassedByCreate, SearchExpression? Current, bool IsPassedByDelete, bool AreBothNeeded)
{
    /// <summary>Any change will do.</summary>
    public static TopicCriteria None { get; } = new(null, true, null, true, true);

    /// <summary>Puts the answers for the two versions together.</summary>
    /// <param name="previous">Whether the version before meets its condition.</param>
    /// <param name="current">Whether the version made meets its condition.</param>
    public bool Combine(Func<bool> previous, Func<bool> current)
    {
        if (Previous is null) return Current is null || current();
        if (Current is null) return previous();
        return AreBothNeeded ? previous() && current() : previous() || current();
    }
}
