namespace FhirNaltrexone.Storage.Search.Requests.Filters;

/// <summary>A comparison of what a path leads to with a value.</summary>
/// <param name="Path">Where to look.</param>
/// <param name="Operator">Two letters.</param>
/// <param name="Value">The value, without quotes.</param>
internal sealed record FilterTest(FilterPath Path, string Operator, string Value) : FilterNode;
