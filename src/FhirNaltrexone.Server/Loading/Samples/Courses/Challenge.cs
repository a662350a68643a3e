namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>A naloxone challenge: passed when no withdrawal was seen.</summary>
internal sealed record Challenge(DateTimeOffset When, bool IsPassed);
