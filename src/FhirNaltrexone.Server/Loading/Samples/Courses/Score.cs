namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>A total of a scale.</summary>
internal sealed record Score(DateTimeOffset When, int Total);
