namespace FhirNaltrexone.Validation.Terminology;

/// <summary>A code, as it was found in data.</summary>
/// <param name="System">Code system; null where the data has none, as in elements of type <c>code</c>: then any system of the value set will do.</param>
/// <param name="Code">Code.</param>
public sealed record CodeQuestion(string? System, string Code)
{
    /// <summary>Version of the code system the data names; null for none.</summary>
    public string? Version { get; init; }

    /// <summary>Display the data has; null for none.</summary>
    public string? Display { get; init; }

    /// <summary>Whether codes that only group others (<c>notSelectable</c>) will do as well.</summary>
    public bool IsAbstractAllowed { get; init; }
}
