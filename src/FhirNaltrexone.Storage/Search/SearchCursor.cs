namespace FhirNaltrexone.Storage.Search;

/// <summary>A place in the order of a search: the sort values of a resource and its number.</summary>
/// <param name="Values">One for each sort key: <see cref="long"/> for dates and last update, else <see cref="string"/>; null when missing.</param>
/// <param name="Number">Number of the resource.</param>
public sealed record SearchCursor(IReadOnlyList<object?> Values, long Number);
