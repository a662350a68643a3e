namespace FhirNaltrexone.Storage.Resources;

/// <summary>One version of a resource as it is stored.</summary>
public sealed record ResourceVersion
{
    /// <summary>Type and id.</summary>
    public required ResourceKey Key { get; init; }

    /// <summary>Number of the resource within the store, in order of first creation; kept over updates, deletion and revival. Orders search results.</summary>
    public required long Number { get; init; }

    /// <summary>Version id: 1, 2, 3 … without gaps.</summary>
    public required int Version { get; init; }

    /// <summary>Position of this version in the log of all versions of the store; unique, rising.</summary>
    public required long Sequence { get; init; }

    /// <summary><c>meta.lastUpdated</c>, UTC, whole milliseconds; later than that of the version before.</summary>
    public required DateTimeOffset LastUpdated { get; init; }

    /// <summary>What made this version.</summary>
    public required ResourceChange Change { get; init; }

    /// <summary>The resource as UTF-8 JSON, id and meta set; empty for a deletion.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>Whether this version is a deletion.</summary>
    public bool IsDeleted => Change == ResourceChange.Delete;

    /// <summary>Whether this version is content of the service, which clients read but never change.</summary>
    public bool IsPublished => Change is ResourceChange.Publish or ResourceChange.Republish;
}
