namespace FhirNaltrexone.Storage.Indexing.Paths;

/// <summary>An expression made ready for one type: either ways to values, or a condition whose answer is the value.</summary>
/// <param name="Branches">Ways; none for a condition.</param>
/// <param name="Condition">The condition; null for ways.</param>
internal sealed record CompiledPath(IReadOnlyList<PathBranch> Branches, PathCondition? Condition = null);
