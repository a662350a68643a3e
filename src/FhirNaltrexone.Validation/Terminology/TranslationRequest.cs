using System.Text.Json;

namespace FhirNaltrexone.Validation.Terminology;

/// <summary>What is to be translated, and by which concept maps (FHIR R4, ConceptMap $translate).</summary>
/// <param name="Codes">Codes; a concept has several.</param>
public sealed record TranslationRequest(IReadOnlyList<CodeQuestion> Codes)
{
    /// <summary>Canonical URL of the concept map; null for all that fit.</summary>
    public string? Map { get; init; }

    /// <summary>A concept map that is not among the definitions; null for none.</summary>
    public JsonElement? Given { get; init; }

    /// <summary>Value set the codes come from; null for any.</summary>
    public string? Source { get; init; }

    /// <summary>Value set to translate to; null for any.</summary>
    public string? Target { get; init; }

    /// <summary>Code system to translate to; null for any.</summary>
    public string? TargetSystem { get; init; }

    /// <summary>Whether to go from the targets of the maps to their sources.</summary>
    public bool IsReverse { get; init; }
}
