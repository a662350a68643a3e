namespace FhirNaltrexone.Storage.Access;

/// <summary>What becomes of one record.</summary>
/// <param name="IsUsable">Whether it may be used.</param>
/// <param name="IsSensitive">Whether it is labelled: what is made of it carries the notice.</param>
public readonly record struct ChartVerdict(bool IsUsable, bool IsSensitive);
