using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Search;

/// <summary>A search over current resources.</summary>
public sealed record SearchQuery
{
    /// <summary>Resource types; empty for all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Condition; null for none.</summary>
    public SearchExpression? Filter { get; init; }

    /// <summary>
    /// Order; without keys, and among equals, newest first by <see cref="Resources.ResourceVersion.Number"/>. Resources without a value come last,
    /// whichever the direction. Texts are compared by their UTF-8 bytes.
    /// </summary>
    public IReadOnlyList<SortKey> Sort { get; init; } = [];

    /// <summary>Only what comes after this place in the order.</summary>
    public SearchCursor? After { get; init; }

    /// <summary>Most resources of the page; 0 only counts.</summary>
    public required int Count { get; init; }

    /// <summary>Whether all matches are counted.</summary>
    public bool IsTotalWanted { get; init; }
}
