using System.Text.Json;

namespace FhirNaltrexone.Validation.Terminology;

/// <summary>A code of an expansion.</summary>
/// <param name="System">Code system; empty when none is known.</param>
/// <param name="Version">Version of the code system; null when unknown.</param>
/// <param name="Code">Code.</param>
/// <param name="Display">Display; null for none.</param>
public sealed record ExpandedCode(string System, string? Version, string Code, string? Display)
{
    /// <summary>Whether it only groups others.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>Whether it is out of use.</summary>
    public bool IsInactive { get; init; }

    /// <summary>Designations of the value set and the code system, as they stand there.</summary>
    public IReadOnlyList<JsonElement> Designations { get; init; } = [];

    /// <summary>What stands below it, in a nested expansion.</summary>
    public IReadOnlyList<ExpandedCode> Contains { get; init; } = [];
}
