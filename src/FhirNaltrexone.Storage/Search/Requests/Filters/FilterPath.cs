namespace FhirNaltrexone.Storage.Search.Requests.Filters;

/// <summary>A name of a path: <c>name</c>, <c>name.next</c>, <c>name[condition].next</c>.</summary>
/// <param name="Name">A search parameter, with or without a type behind a colon.</param>
/// <param name="Condition">What the resource referred to must meet; null for nothing.</param>
/// <param name="Next">The rest; null at the end.</param>
internal sealed record FilterPath(string Name, FilterNode? Condition, FilterPath? Next);
