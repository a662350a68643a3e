using System.Text.Json;

namespace FhirNaltrexone.Validation.Terminology;

/// <summary>What is known of a code (FHIR R4, CodeSystem $lookup).</summary>
/// <param name="Name">Name of the code system.</param>
/// <param name="System">URL of the code system.</param>
/// <param name="Code">The code, as its system writes it.</param>
/// <param name="Display">Display; the code itself when none is known.</param>
public sealed record Lookup(string Name, string System, string Code, string Display)
{
    /// <summary>Version of the code system; null when unknown.</summary>
    public string? Version { get; init; }

    /// <summary>Definition; null for none.</summary>
    public string? Definition { get; init; }

    /// <summary>Whether the code only groups others.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>Whether the code is out of use.</summary>
    public bool IsInactive { get; init; }

    /// <summary>Codes directly above it.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    /// <summary>Codes directly below it.</summary>
    public IReadOnlyList<string> Children { get; init; } = [];

    /// <summary>Designations, as they stand in the code system.</summary>
    public IReadOnlyList<JsonElement> Designations { get; init; } = [];

    /// <summary>Properties, as they stand in the code system; those of the hierarchy are left out.</summary>
    public IReadOnlyList<JsonElement> Properties { get; init; } = [];
}
