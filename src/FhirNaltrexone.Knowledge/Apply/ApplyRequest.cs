using System.Text.Json;
using FhirNaltrexone.Knowledge.Libraries;

namespace FhirNaltrexone.Knowledge.Apply;

/// <summary>A definition to be applied to a patient. The elements must stay alive until the result is made.</summary>
public sealed record ApplyRequest
{
    /// <summary>The PlanDefinition or ActivityDefinition.</summary>
    public required JsonElement Definition { get; init; }

    /// <summary>What is known about the patient.</summary>
    public required Chart Chart { get; init; }

    /// <summary>The instant: day 0 is its local date in the zone of the chart.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Finds the definition of a type that a canonical names, or null.</summary>
    public required Func<string, string, JsonElement?> Definitions { get; init; }

    /// <summary>Finds the library a canonical names, or null.</summary>
    public required Func<string, KnowledgeLibrary?> Libraries { get; init; }

    /// <summary>The event, such as a hook of CDS Hooks; null when actions apply that would at any of the events they are bound to.</summary>
    public string? Hook { get; init; }

    /// <summary>
    /// The hooks at which an action that belongs to no event is tried when it does not apply outside of them, by the library of what it asks for:
    /// where it would apply is told.
    /// </summary>
    public Func<KnowledgeLibrary, IReadOnlyList<string>> HooksOf { get; init; } = static _ => [];

    /// <summary>Reference to the encounter, or null.</summary>
    public string? Encounter { get; init; }

    /// <summary>Reference to the practitioner who asks, or null.</summary>
    public string? Practitioner { get; init; }

    /// <summary>Reference to the organization that asks, or null.</summary>
    public string? Organization { get; init; }

    /// <summary>The resources behind encounter, practitioner and organization as far as they are known, by those names: FHIRPath sees them as variables.</summary>
    public IReadOnlyDictionary<string, JsonElement> Context { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>What is to be told along with the issues found while applying: data that was not read, for one.</summary>
    public IReadOnlyList<ApplyIssue> Issues { get; init; } = [];

    /// <summary>What it may cost.</summary>
    public ApplyLimits Limits { get; init; } = ApplyLimits.Default;
}
