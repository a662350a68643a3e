namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>A urine sample.</summary>
/// <param name="When">Time of the visit.</param>
/// <param name="Tests">Concepts tested.</param>
/// <param name="Positive">Those found positive.</param>
internal sealed record UrineTest(DateTimeOffset When, IReadOnlyList<string> Tests, IReadOnlyList<string> Positive);
