namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>The end of treatment.</summary>
internal sealed record Ending(DateTimeOffset When, string Reason);
