namespace FhirNaltrexone.Storage.Resources;

/// <summary>A place in a history; the next page goes on behind it.</summary>
/// <param name="LastUpdated">Last update of the last version listed.</param>
/// <param name="Sequence">Its sequence.</param>
public readonly record struct HistoryPosition(DateTimeOffset LastUpdated, long Sequence);
