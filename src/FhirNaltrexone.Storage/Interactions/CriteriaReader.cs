using System.Diagnostics.CodeAnalysis;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>Reads search criteria strictly: an unknown parameter is refused always, for a slip of the pen would widen the match.</summary>
/// <param name="type">Resource type searched.</param>
/// <param name="text">What stands behind the question mark of a search.</param>
/// <param name="now">The instant, for approximate dates.</param>
/// <param name="query">The search.</param>
/// <param name="canonical">The criteria in one spelling.</param>
/// <param name="refusal">Why they cannot be used.</param>
/// <returns>Whether they could be read.</returns>
public delegate bool CriteriaReader(
    string type,
    string text,
    DateTimeOffset now,
    [NotNullWhen(true)] out SearchQuery? query,
    [NotNullWhen(true)] out string? canonical,
    [NotNullWhen(false)] out Refusal? refusal);
