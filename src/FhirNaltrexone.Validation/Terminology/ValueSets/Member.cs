using FhirNaltrexone.Validation.Terminology.CodeSystems;

namespace FhirNaltrexone.Validation.Terminology.ValueSets;

/// <summary>A code that belongs to a value set.</summary>
/// <param name="System">Code system; empty when an expansion made elsewhere names none.</param>
/// <param name="Version">Version of the code system as it is known here.</param>
/// <param name="Code">The code, as its system writes it.</param>
/// <param name="Listed">What the value set says of it; null when it only takes it over.</param>
/// <param name="Concept">What the code system says of it; null when that is not known here.</param>
/// <param name="IsSystemWhole">Whether all is known that the code system says.</param>
internal sealed record Member(string System, string? Version, string Code, ListedCode? Listed, Concept? Concept, bool IsSystemWhole)
{
    /// <summary>A code that a value set takes over from its system.</summary>
    public Member(ICodeSystem system, Concept concept)
        : this(system.Url, system.Version, concept.Code, null, concept, system.Concepts.IsKnown)
    {
    }

    public string? Display => Listed?.Display ?? Concept?.Display;

    public bool IsAbstract => Concept?.IsAbstract == true || Listed?.Source.Flag("abstract") == true;

    public bool IsInactive => Concept?.IsInactive == true || Listed?.Source.Flag("inactive") == true;

    /// <summary>All its displays.</summary>
    public IEnumerable<string> Displays() => (Listed?.Displays() ?? []).Concat(Concept?.Displays() ?? []);
}
