namespace FhirNaltrexone.Knowledge.Libraries;

/// <summary>What must be read of a patient before defines are evaluated.</summary>
/// <param name="Templates">Queries in the form of prefetch templates: the patient first, the others by key.</param>
/// <param name="Unsearchable">Types that defines retrieve and that cannot be searched by patient: of them nothing will be known.</param>
public sealed record DataNeeds(IReadOnlyList<PrefetchTemplate> Templates, IReadOnlyList<string> Unsearchable);
