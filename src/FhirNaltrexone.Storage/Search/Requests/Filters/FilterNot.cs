namespace FhirNaltrexone.Storage.Search.Requests.Filters;

/// <summary>A part that does not hold.</summary>
/// <param name="Part">The part.</param>
internal sealed record FilterNot(FilterNode Part) : FilterNode;
