using FhirNaltrexone.Storage.Indexing;

namespace FhirNaltrexone.Storage.Resources;

/// <summary>A version to be stored.</summary>
public sealed record ResourceWrite
{
    /// <summary>Type and id.</summary>
    public required ResourceKey Key { get; init; }

    /// <summary>The version to store: one more than the newest stored, or 1.</summary>
    public required int Version { get; init; }

    /// <summary><c>meta.lastUpdated</c>, whole milliseconds, later than that of the version before.</summary>
    public required DateTimeOffset LastUpdated { get; init; }

    /// <summary>What makes this version.</summary>
    public required ResourceChange Change { get; init; }

    /// <summary>The resource as UTF-8 JSON, id and meta set; empty for a deletion.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>What searches find the resource by from now on; empty for a deletion.</summary>
    public required IndexEntries Index { get; init; }
}
