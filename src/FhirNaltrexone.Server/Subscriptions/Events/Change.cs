using FhirNaltrexone.Server.Subscriptions.Requests;
using FhirNaltrexone.Server.Subscriptions.Topics;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Subscriptions.Events;

/// <summary>A change in the log, held against topics and filters.</summary>
/// <param name="version">The version made.</param>
/// <param name="current">The same, to be asked; null for a deletion.</param>
/// <param name="previous">The version before; null when there was none, or a deletion.</param>
internal sealed class Change(ResourceVersion version, ChangedResource? current, ChangedResource? previous)
{
    private readonly Dictionary<string, bool> _topics = new(StringComparer.Ordinal);
    private Change? _asNew;

    /// <summary>The version made.</summary>
    public ResourceVersion Version => version;

    /// <summary>The change as it looks to whoever does not know the version before.</summary>
    public Change AsNew => previous is null ? this : _asNew ??= new(version, current, null);

    /// <summary>Whether the change is one that a subscription asks for.</summary>
    public bool IsAskedForBy(SubscriptionRequest request) => IsOf(request.Topic) && request.Filters.All(Passes);

    private bool IsOf(Topic topic)
    {
        if (!_topics.TryGetValue(topic.Url, out var isOf)) _topics[topic.Url] = isOf = topic.Triggers.Any(Fires);
        return isOf;
    }

    private bool Fires(TopicTrigger trigger)
        => trigger.Type == version.Key.Type && trigger.Interactions.Contains(Interaction) && trigger.Criteria.Combine(
            () => previous?.Meets(trigger.Criteria.Previous!) ?? trigger.Criteria.IsPassedByCreate,
            () => current?.Meets(trigger.Criteria.Current!) ?? trigger.Criteria.IsPassedByDelete);

    // Of what is gone, the last state is what subscribers filtered by.
    private bool Passes(RequestedFilter filter)
        => filter.Type != version.Key.Type || ((current ?? previous)?.Meets(filter.Condition) ?? false);

    private TopicInteraction Interaction => version.Change switch
    {
        ResourceChange.Create or ResourceChange.CreateAs or ResourceChange.Publish => TopicInteraction.Create,
        ResourceChange.Delete => TopicInteraction.Delete,
        _ => TopicInteraction.Update,
    };
}
