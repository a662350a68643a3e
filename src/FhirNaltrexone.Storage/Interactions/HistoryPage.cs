using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>A page of history, or why there is none.</summary>
public sealed record HistoryPage
{
    /// <summary>Why the history is not told; null when it is.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Versions, newest first, deletions included.</summary>
    public IReadOnlyList<ResourceVersion> Versions { get; init; } = [];

    /// <summary>Where the next page starts; null when this is the last.</summary>
    public HistoryPosition? Next { get; init; }

    /// <summary>Number of versions on all pages, when asked for.</summary>
    public long? Total { get; init; }
}
