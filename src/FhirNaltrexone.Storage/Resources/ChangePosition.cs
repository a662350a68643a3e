namespace FhirNaltrexone.Storage.Resources;

/// <summary>A place in the log of versions. Opaque outside the engine that made it; ordered by epoch, then sequence.</summary>
/// <param name="Epoch">When it was written, in transaction ids, where the database has them; else 0.</param>
/// <param name="Sequence">Sequence of the version.</param>
public readonly record struct ChangePosition(long Epoch, long Sequence);
