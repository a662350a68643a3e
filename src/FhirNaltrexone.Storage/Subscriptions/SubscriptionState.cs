namespace FhirNaltrexone.Storage.Subscriptions;

/// <summary>What the server knows of a subscription beyond the resource.</summary>
public sealed record SubscriptionState
{
    /// <summary>Logical id of the Subscription.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the Subscription that counts: the last one seen in the log.</summary>
    public required int Version { get; init; }

    /// <summary>Status of that version.</summary>
    public required SubscriptionStatus Status { get; init; }

    /// <summary>How it is notified: a code of <c>Subscription.channel.type</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Whether changes are counted: from the first time it is active until it is off, errors included, so that none is lost by an error.</summary>
    public bool IsCounting { get; init; }

    /// <summary>Number of the last event; also how many there were since the start.</summary>
    public long LastNumber { get; init; }

    /// <summary>All events up to this number are delivered or dead.</summary>
    public long SettledNumber { get; init; }

    /// <summary>Failed deliveries since the last good one.</summary>
    public int Failures { get; init; }

    /// <summary>When there is something to do; null when nothing.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>When a notification last arrived; null for never.</summary>
    public DateTimeOffset? Sent { get; init; }
}
