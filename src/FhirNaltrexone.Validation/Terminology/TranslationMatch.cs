namespace FhirNaltrexone.Validation.Terminology;

/// <summary>A translation.</summary>
/// <param name="Equivalence">Code of ConceptMapEquivalence, read from the code asked about to the code found.</param>
/// <param name="System">System of the code found; null when the map names none.</param>
/// <param name="Code">Code found; null when the map says that there is none.</param>
/// <param name="Display">Its display; null for none.</param>
/// <param name="Map">Canonical URL of the concept map.</param>
public sealed record TranslationMatch(string Equivalence, string? System, string? Code, string? Display, string Map)
{
    /// <summary>Whether it is a translation, and not the statement that there is none.</summary>
    public bool IsPositive => Code is not null && Equivalence is not ("unmatched" or "disjoint");
}
