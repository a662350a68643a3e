namespace FhirNaltrexone.Server.Security.Sensitivity.Policy;

/// <summary>What codes and texts a rule is about; one is enough.</summary>
internal sealed record CodeMatch
{
    /// <summary>Canonicals of value sets of the content.</summary>
    public IReadOnlyList<string> ValueSets { get; init; } = [];

    /// <summary>Single codes.</summary>
    public IReadOnlyList<PolicyCode> Codes { get; init; } = [];

    /// <summary>Beginnings of codes, as chapters of ICD-10-CM have them.</summary>
    public IReadOnlyList<PolicyCode> StartsWith { get; init; } = [];

    /// <summary>Words, or several in a row, in a text; hyphens count as blanks. Case matters for abbreviations only, words in capitals.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
