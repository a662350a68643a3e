using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Search;

/// <summary>A page of matches.</summary>
/// <param name="Matches">Resources, in order.</param>
/// <param name="Next">Where the next page starts; null when this is the last.</param>
/// <param name="Total">Number of all matches on all pages, when asked for.</param>
public sealed record SearchPage(IReadOnlyList<ResourceVersion> Matches, SearchCursor? Next, long? Total);
