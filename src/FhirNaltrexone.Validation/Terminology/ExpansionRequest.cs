namespace FhirNaltrexone.Validation.Terminology;

/// <summary>What of a value set is to be listed (FHIR R4, ValueSet $expand).</summary>
public sealed record ExpansionRequest
{
    /// <summary>Words that all must stand in the code or a display, in any order, each from the start of a word; null for all codes.</summary>
    public string? Filter { get; init; }

    /// <summary>Whether codes out of use are left out.</summary>
    public bool IsActiveOnly { get; init; }

    /// <summary>Whether codes that only group others are left out.</summary>
    public bool IsWithoutAbstract { get; init; }

    /// <summary>Whether codes are to stand below those that subsume them. Without effect on a page or on filtered codes.</summary>
    public bool IsNested { get; init; }

    /// <summary>How many codes to pass over; null for none.</summary>
    public int? Offset { get; init; }

    /// <summary>Most codes to list; 0 for their number only; null for all.</summary>
    public int? Count { get; init; }

    /// <summary>Most codes a value set may have.</summary>
    public int Limit { get; init; } = 10_000;
}
