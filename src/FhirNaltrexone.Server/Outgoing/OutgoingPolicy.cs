namespace FhirNaltrexone.Server.Outgoing;

/// <summary>How patiently another server is asked.</summary>
internal sealed record OutgoingPolicy
{
    /// <summary>Time to connect, in milliseconds.</summary>
    public required int ConnectMilliseconds { get; init; }

    /// <summary>Time for one try, in milliseconds.</summary>
    public required int TryMilliseconds { get; init; }

    /// <summary>Further tries after a failure that may pass; 0 for none.</summary>
    public required int Retries { get; init; }

    /// <summary>Pause before the first of them; it grows with each.</summary>
    public required TimeSpan FirstDelay { get; init; }

    /// <summary>Most requests under way to one server.</summary>
    public required int MaxConcurrency { get; init; }

    /// <summary>Most requests waiting for their turn; further ones fail at once.</summary>
    public required int MaxQueue { get; init; }

    /// <summary>How long a server that keeps failing is left alone, in seconds.</summary>
    public required int BreakSeconds { get; init; }
}
