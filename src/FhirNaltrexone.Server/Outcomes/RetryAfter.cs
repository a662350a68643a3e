namespace FhirNaltrexone.Server.Outcomes;

/// <summary>What Retry-After says while the database is not to be reached.</summary>
/// <param name="Seconds">Seconds to wait.</param>
internal sealed record RetryAfter(int Seconds);
