namespace FhirNaltrexone.Storage.Access;

/// <summary>What becomes of one record.</summary>
/// <param name="IsUsable">Whether it may be used.</param>
/// <param name="Notice">What goes along with what is made of it; null for nothing, or for what an earlier record brings already.</param>
/// <param name="Consented">What it is where a consent had to permit it, for each patient whose consent it is; null where none had to.</param>
public readonly record struct ChartVerdict(bool IsUsable, string? Notice, IReadOnlyList<ConsentedRecord>? Consented = null);
