namespace FhirNaltrexone.Knowledge.Evaluation;

/// <summary>From this instant on the zone has this offset.</summary>
internal readonly record struct ZoneTransition(DateTimeOffset Start, TimeSpan Offset);
