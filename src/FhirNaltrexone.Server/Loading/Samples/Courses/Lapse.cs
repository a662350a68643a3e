namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>A return to opioids during treatment.</summary>
internal sealed record Lapse(DateTimeOffset From, DateTimeOffset To);
