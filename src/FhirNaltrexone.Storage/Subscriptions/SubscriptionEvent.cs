using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Subscriptions;

/// <summary>A change that a subscription asks to be told of.</summary>
public sealed record SubscriptionEvent
{
    /// <summary>1, 2, 3 … for each subscription, without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>The resource that changed.</summary>
    public required ResourceKey Focus { get; init; }

    /// <summary>The version that the change made.</summary>
    public required int Version { get; init; }

    /// <summary>The change.</summary>
    public required ResourceChange Change { get; init; }

    /// <summary>When the change took place, whole milliseconds.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Whether the server has given up delivering it.</summary>
    public bool IsDead { get; init; }
}
