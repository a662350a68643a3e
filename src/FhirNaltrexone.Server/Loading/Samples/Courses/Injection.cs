namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>A dose of the extended-release form.</summary>
/// <param name="When">Time of the visit.</param>
/// <param name="Due">When it was due; null for a first dose.</param>
/// <param name="IsLeft">Side of the body.</param>
internal sealed record Injection(DateTimeOffset When, DateTimeOffset? Due, bool IsLeft);
