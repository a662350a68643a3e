namespace FhirNaltrexone.Storage.Search.Requests.Filters;

/// <summary>A part of a <c>_filter</c>.</summary>
internal abstract record FilterNode;
