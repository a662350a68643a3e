namespace FhirNaltrexone.Validation.FhirPath;

/// <summary>What an evaluation gave.</summary>
/// <param name="Values">The collection, in order; empty when there is an error, too.</param>
/// <param name="Error">Why there is no result; null when there is one, be it empty.</param>
public sealed record FhirPathResult(IReadOnlyList<FhirPathValue> Values, FhirPathError? Error);
