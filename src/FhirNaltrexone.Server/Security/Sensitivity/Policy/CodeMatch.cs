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

    /// <summary>Words, or several in a row, in the text or display of a code; case does not matter.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
