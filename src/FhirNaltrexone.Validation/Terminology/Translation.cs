namespace FhirNaltrexone.Validation.Terminology;

/// <summary>What concept maps say of codes.</summary>
/// <param name="Matches">Translations, and statements that there is none.</param>
/// <param name="IsConditional">Whether mappings were left out that depend on further values.</param>
public sealed record Translation(IReadOnlyList<TranslationMatch> Matches, bool IsConditional)
{
    /// <summary>Whether there is a translation.</summary>
    public bool IsFound => Matches.Any(match => match.IsPositive);
}
