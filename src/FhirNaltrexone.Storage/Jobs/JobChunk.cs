namespace FhirNaltrexone.Storage.Jobs;

/// <summary>
/// A part of a file that belongs to a job. Each part is a whole gzip member of whole lines, so the parts of a file in order are the file compressed.
/// </summary>
public sealed record JobChunk
{
    /// <summary>Number of the file within the job, from 1.</summary>
    public required int File { get; init; }

    /// <summary>Number of the part within the file, from 1.</summary>
    public required int Chunk { get; init; }

    /// <summary>What the file is for.</summary>
    public required JobFileRole Role { get; init; }

    /// <summary>Resource type of its lines, or another word that the kind of job understands.</summary>
    public required string Type { get; init; }

    /// <summary>How many lines it has.</summary>
    public required int Lines { get; init; }

    /// <summary>The lines, compressed with gzip.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }
}
