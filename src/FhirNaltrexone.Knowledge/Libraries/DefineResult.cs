namespace FhirNaltrexone.Knowledge.Libraries;

/// <summary>What a define gave for one chart.</summary>
/// <param name="Value">
/// A CLR or CQL value, a <see cref="Cql.FhirElement"/>, a list of those, or null; null also when there is a failure. It lives as long as the chart.
/// </param>
/// <param name="Failure">Why there is no value: a reason class and the place it happened at, free of health information. Null when all went well.</param>
public sealed record DefineResult(object? Value, string? Failure);
