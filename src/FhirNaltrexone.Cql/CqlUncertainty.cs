namespace FhirNaltrexone.Cql;

/// <summary>
/// A whole number known only to lie in a range, as from the days between dates of month precision. Comparing it gives null
/// whenever the range does not decide; it has no text.
/// </summary>
/// <param name="Low">Smallest possible value.</param>
/// <param name="High">Largest possible value.</param>
public sealed record CqlUncertainty(long Low, long High);
