namespace FhirNaltrexone.Storage.Snoozes;

/// <summary>A rule that is silent for a patient because a clinician overrode its card.</summary>
/// <param name="Subject">Rule and patient.</param>
/// <param name="Severity">How urgent the overridden card was; a more urgent one is not silenced.</param>
/// <param name="Since">When it was overridden.</param>
/// <param name="Expires">When the silence ends.</param>
public sealed record Snooze(SnoozeSubject Subject, int Severity, DateTimeOffset Since, DateTimeOffset Expires);
