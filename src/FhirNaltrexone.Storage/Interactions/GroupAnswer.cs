namespace FhirNaltrexone.Storage.Interactions;

/// <summary>What became of one resource of a group.</summary>
/// <param name="Result">As of a single update.</param>
/// <param name="IsUnchanged">Whether the same content was there already.</param>
public readonly record struct GroupAnswer(InteractionResult Result, bool IsUnchanged);
