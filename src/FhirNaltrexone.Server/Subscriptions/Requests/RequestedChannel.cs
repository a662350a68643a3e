namespace FhirNaltrexone.Server.Subscriptions.Requests;

/// <summary>How a subscriber wants to be told (FHIR R4, Subscription.channel).</summary>
internal sealed record RequestedChannel
{
    /// <summary>One of <see cref="ChannelCodes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>Where to; null for a websocket.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Content-Type of notifications, as it was asked for.</summary>
    public required string MediaType { get; init; }

    /// <summary>Whether notifications are XML.</summary>
    public bool IsXml { get; init; }

    /// <summary>How much they tell.</summary>
    public required PayloadContent Content { get; init; }

    /// <summary>Headers to send along.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>After how much silence to say that nothing happened; null for never.</summary>
    public TimeSpan? Heartbeat { get; init; }

    /// <summary>How long a try may last; null for as long as the server likes.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Most events of one notification; null for as many as the server likes.</summary>
    public int? MaxCount { get; init; }
}
