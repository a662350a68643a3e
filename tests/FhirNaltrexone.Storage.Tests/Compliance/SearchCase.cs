namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>One row of a file in <c>conformance/search</c>.</summary>
/// <param name="Search">The URL behind the base: <c>Type?query</c>, <c>Type/id/Type?query</c>, <c>?query</c>.</param>
/// <param name="Finds">Ids, or <c>Type/id</c>, in order; pages parted by a bar. Null when refused.</param>
/// <param name="Includes">Resources delivered along, in no particular order; pages parted by a bar. Null when none is asked for.</param>
/// <param name="Total">Total of each page. Null when none is asked for.</param>
/// <param name="Refused">Status of the refusal. Null when answered.</param>
/// <param name="Why">What the specification says to it.</param>
public sealed record SearchCase(string Search, string? Finds, string? Includes, long? Total, int? Refused, string Why);
