using System.ComponentModel.DataAnnotations;

namespace FhirNaltrexone.Server.Subscriptions;

/// <summary>How subscriptions are served. Section <c>Subscriptions</c> of the configuration.</summary>
internal sealed class SubscriptionOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Subscriptions";

    /// <summary>Whether this process reads the log and sends notifications.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>How often this process looks for changes and for what is due, in milliseconds.</summary>
    [Range(10, 60_000)]
    public int PollMilliseconds { get; set; } = 500;

    /// <summary>Most changes read from the log at once.</summary>
    [Range(1, 10_000)]
    public int LogBatch { get; set; } = 200;

    /// <summary>Subscriptions this process notifies at the same time.</summary>
    [Range(1, 256)]
    public int Concurrency { get; set; } = 4;

    /// <summary>How long work belongs to a process that does not say that it is still alive, in seconds.</summary>
    [Range(2, 3_600)]
    public int LeaseSeconds { get; set; } = 60;

    /// <summary>Time for one try of one notification, in milliseconds; a subscription may ask for less.</summary>
    [Range(100, 120_000)]
    public int TryMilliseconds { get; set; } = 10_000;

    /// <summary>Time to connect to an endpoint, in milliseconds.</summary>
    [Range(50, 60_000)]
    public int ConnectMilliseconds { get; set; } = 3_000;

    /// <summary>Further tries at once after a failure that may pass; later ones follow at growing intervals.</summary>
    [Range(0, 5)]
    public int QuickRetries { get; set; } = 1;

    /// <summary>Wait after the first failed delivery, in seconds; it doubles with each further one.</summary>
    [Range(1, 3_600)]
    public int FirstRetrySeconds { get; set; } = 10;

    /// <summary>Longest wait between two tries, in minutes.</summary>
    [Range(1, 1_440)]
    public int MaxRetryMinutes { get; set; } = 60;

    /// <summary>When an event that could not be delivered is given up and its subscription set to error, in hours after the change.</summary>
    [Range(0.0001, 720)]
    public double DeadLetterHours { get; set; } = 24;

    /// <summary>How long events can be asked for, in days.</summary>
    [Range(1, 3_650)]
    public int RetentionDays { get; set; } = 30;

    /// <summary>Most events of one notification when the subscription names no number.</summary>
    [Range(1, 1_000)]
    public int MaxEvents { get; set; } = 20;

    /// <summary>Most events or subscriptions of one answer of an operation.</summary>
    [Range(1, 10_000)]
    public int MaxListed { get; set; } = 100;

    /// <summary>Most filters of a subscription.</summary>
    [Range(1, 1_000)]
    public int MaxFilters { get; set; } = 20;

    /// <summary>Most headers of a subscription.</summary>
    [Range(0, 100)]
    public int MaxHeaders { get; set; } = 20;

    /// <summary>Shortest period of heartbeats, in seconds.</summary>
    [Range(1, 86_400)]
    public int MinHeartbeatSeconds { get; set; } = 10;

    /// <summary>Origins (scheme, host and port) that endpoints may have; none for all.</summary>
    public IList<string> Endpoints { get; } = [];

    /// <summary>Whether endpoints may use http.</summary>
    public bool IsHttpAllowed { get; set; }

    /// <summary>Whether endpoints may have a private, loopback or link-local address.</summary>
    public bool IsPrivateNetworkAllowed { get; set; }

    /// <summary>How long a token for a websocket is good, in seconds.</summary>
    [Range(10, 86_400)]
    public int TokenSeconds { get; set; } = 600;

    /// <summary>Most websockets open to this process.</summary>
    [Range(0, 100_000)]
    public int MaxSockets { get; set; } = 1_000;

    /// <summary>End of a lease taken now.</summary>
    internal TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);

    /// <summary>See <see cref="PollMilliseconds"/>.</summary>
    internal TimeSpan Poll => TimeSpan.FromMilliseconds(PollMilliseconds);
}
