namespace FhirNaltrexone.Storage.Jobs;

/// <summary>What a worker has got done since it said so last; stored all or not at all.</summary>
public sealed record JobStep
{
    /// <summary>Where to go on from, as JSON.</summary>
    public required string Checkpoint { get; init; }

    /// <summary>How far it is, in less than 100 characters (Bulk Data 2.0, X-Progress).</summary>
    public required string Progress { get; init; }

    /// <summary>Parts of files made meanwhile.</summary>
    public IReadOnlyList<JobChunk> Chunks { get; init; } = [];
}
