namespace FhirNaltrexone.Storage.Jobs;

/// <summary>A piece of long-running work. It survives the process that took it up: another one goes on from the checkpoint.</summary>
public sealed record Job
{
    /// <summary>Random id.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of work it is.</summary>
    public required string Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public required JobState State { get; init; }

    /// <summary>What is to be done, as JSON; may hold health information.</summary>
    public required string Request { get; init; }

    /// <summary>On whose behalf it is done, and who may ask for it: a <see cref="Access.Caller"/> as JSON. Null in jobs older than callers.</summary>
    public string? Caller { get; init; }

    /// <summary>When it was asked for, whole milliseconds.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>How far it is, in a few words for the client; null before it begins.</summary>
    public string? Progress { get; init; }

    /// <summary>Where to go on after an interruption, as JSON; null before the first one.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>Who works on it; null when nobody does.</summary>
    public string? Owner { get; init; }

    /// <summary>Until when the owner has it; for a queued job not before this instant it is taken.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>How often it was taken up since it last got further.</summary>
    public int Attempts { get; init; }

    /// <summary>When it may be removed; null while it is not finished.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>What came of it, as JSON: the result, or the reason of a failure.</summary>
    public string? Result { get; init; }
}
