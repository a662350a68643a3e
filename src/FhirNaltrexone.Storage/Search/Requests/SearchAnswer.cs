using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Search.Requests;

/// <summary>One page of an answer to a search.</summary>
/// <param name="Matches">What matches, in order.</param>
/// <param name="Included">What is delivered along, without the matches; each version once.</param>
/// <param name="Next">Where the next page starts; null when this is the last.</param>
/// <param name="Total">Number of matches on all pages; null when nobody asked and it is not known anyway.</param>
/// <param name="Warnings">What was ignored or left out, and why.</param>
public sealed record SearchAnswer(
    IReadOnlyList<ResourceVersion> Matches,
    IReadOnlyList<ResourceVersion> Included,
    SearchCursor? Next,
    long? Total,
    IReadOnlyList<Issue> Warnings);
