using System.Text.Json;

namespace FhirNaltrexone.Server.Reasoning.Applying;

/// <summary>A call of <c>$apply</c>, read.</summary>
internal sealed record ApplyCall
{
    /// <summary>The definition the client sent; null when it is named.</summary>
    public JsonElement? Definition { get; init; }

    /// <summary>Canonical of the definition; null when it was sent, or is named by the address.</summary>
    public string? Canonical { get; init; }

    /// <summary>Logical id of the patient.</summary>
    public required string Patient { get; init; }

    /// <summary>The hook it is applied at; null for all that the plan names.</summary>
    public string? Hook { get; init; }

    /// <summary>What a call of the hook brings besides the record, named as in CQL; null for nothing.</summary>
    public JsonElement? Parameters { get; init; }

    /// <summary>Reference to the encounter, or null.</summary>
    public string? Encounter { get; init; }

    /// <summary>Reference to the practitioner, or null.</summary>
    public string? Practitioner { get; init; }

    /// <summary>Reference to the organization, or null.</summary>
    public string? Organization { get; init; }

    /// <summary>Data of the client, or null.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>Whether stored data is read as well.</summary>
    public bool UsesStore { get; init; }

    /// <summary>The instant it is applied at.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>Whether a transaction Bundle of drafts is wanted.</summary>
    public bool IsBundle { get; init; }
}
