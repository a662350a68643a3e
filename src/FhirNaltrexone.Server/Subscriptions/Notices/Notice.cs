using FhirNaltrexone.Server.Subscriptions.Requests;
using FhirNaltrexone.Storage.Subscriptions;

namespace FhirNaltrexone.Server.Subscriptions.Notices;

/// <summary>What a subscriber is told.</summary>
internal sealed record Notice
{
    /// <summary>Why.</summary>
    public required NoticeType Type { get; init; }

    /// <summary>Id of the Subscription.</summary>
    public required string Subscription { get; init; }

    /// <summary>The topic as the subscriber named it.</summary>
    public required string Topic { get; init; }

    /// <summary>Where the subscription stands.</summary>
    public required SubscriptionStatus Status { get; init; }

    /// <summary>Number of the last event.</summary>
    public required long EventsSinceStart { get; init; }

    /// <summary>Why the status is error; null when it is not.</summary>
    public string? Error { get; init; }

    /// <summary>How much is told.</summary>
    public PayloadContent Content { get; init; }

    /// <summary>Events.</summary>
    public IReadOnlyList<NoticeEvent> Events { get; init; } = [];
}
