using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FhirNaltrexone.Validation.Terminology.ValueSets;

/// <summary>What a ValueSet resource says, read once.</summary>
/// <param name="source">The resource; its document must live as long as this object.</param>
internal sealed class ValueSetContent(JsonElement source)
{
    private volatile StrongBox<Answer<IReadOnlyList<Member>>>? _members;

    public JsonElement Source => source;

    public string Url { get; } = source.Text("url") ?? "";

    public string? Version { get; } = source.Text("version");

    public required IReadOnlyList<ValueSetPart> Includes { get; init; }

    public IReadOnlyList<ValueSetPart> Excludes { get; init; } = [];

    /// <summary>An expansion that came with the definition: for what the definition leaves undecided here. Null for none.</summary>
    public ValueSetContent? Expanded { get; init; }

    /// <summary>Whether codes out of use are left out (FHIR R4, ValueSet.compose.inactive is false).</summary>
    public bool IsWithoutInactive { get; init; }

    /// <summary>Whether it draws on other value sets.</summary>
    public bool HasImports { get; init; }

    /// <summary>All members, or why they cannot be listed, once somebody has asked for them.</summary>
    public Answer<IReadOnlyList<Member>>? Members
    {
        get => _members?.Value;
        set => _members = value is { } members ? new(members) : null;
    }

    /// <summary>How texts call it.</summary>
    public string Name => Url.Length > 0 ? $"The value set '{Url}'" : "The value set";
}
