namespace FhirNaltrexone.Storage.Jobs;

/// <summary>How a job ended.</summary>
/// <param name="State"><see cref="JobState.Completed"/> or <see cref="JobState.Failed"/>.</param>
/// <param name="Result">The result or the reason, as JSON.</param>
/// <param name="Expires">When it may be removed.</param>
public sealed record JobEnd(JobState State, string Result, DateTimeOffset Expires);
