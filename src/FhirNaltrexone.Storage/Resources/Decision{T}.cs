namespace FhirNaltrexone.Storage.Resources;

/// <summary>What a unit of work came to: whether its writes are kept, and its answer.</summary>
/// <param name="IsCommit">Whether to commit.</param>
/// <param name="Value">The answer, in both cases.</param>
public readonly record struct Decision<T>(bool IsCommit, T Value);
