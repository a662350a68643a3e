namespace FhirNaltrexone.Server.Reasoning.Charts;

/// <summary>What a Bundle of records proves nothing of by what it lacks.</summary>
/// <param name="OfAllTypes">Whether resources of any type may be missing.</param>
/// <param name="OfTypes">Types of which some were left out.</param>
internal sealed record BundleGaps(bool OfAllTypes, IReadOnlyCollection<string> OfTypes);
