using System.Net;

namespace FhirNaltrexone.Server.Outgoing;

/// <summary>How patiently another server is asked.</summary>
internal sealed record OutgoingPolicy
{
    /// <summary>Time to connect, in milliseconds.</summary>
    public required int ConnectMilliseconds { get; init; }

    /// <summary>Time for one try until the answer begins, in milliseconds; null for no limit of its own.</summary>
    public int? TryMilliseconds { get; init; }

    /// <summary>Time for all tries together; null where whoever asks has a limit.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>Further tries after a failure that may pass; 0 for none.</summary>
    public int Retries { get; init; }

    /// <summary>Pause before the first of them; it grows with each.</summary>
    public TimeSpan FirstDelay { get; init; }

    /// <summary>Whether the pause is as long as the answer says, when it says so.</summary>
    public bool HeedsRetryAfter { get; init; }

    /// <summary>Which statuses are failures that may pass; no connection and no answer in time are, too.</summary>
    public Func<HttpStatusCode, bool> IsTransient { get; init; }
        = status => status is HttpStatusCode.RequestTimeout or (>= HttpStatusCode.InternalServerError and not HttpStatusCode.NotImplemented);

    /// <summary>Most requests under way to one server; null for any number.</summary>
    public int? MaxConcurrency { get; init; }

    /// <summary>Most requests waiting for their turn, further ones failing at once; null for any number.</summary>
    public int? MaxQueue { get; init; }

    /// <summary>How long a server that keeps failing is left alone, in seconds; null for not at all.</summary>
    public int? BreakSeconds { get; init; }

    /// <summary>Most bytes of an answer that is read as a whole; null for no limit.</summary>
    public int? MaxBytes { get; init; }

    /// <summary>What packed answers are unpacked from.</summary>
    public DecompressionMethods Unpacks { get; init; } = DecompressionMethods.None;
}
