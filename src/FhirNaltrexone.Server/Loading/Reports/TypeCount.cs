namespace FhirNaltrexone.Server.Loading.Reports;

/// <summary>How many resources of a type were new, changed, or there already.</summary>
internal readonly record struct TypeCount(long New, long Changed, long Unchanged);
