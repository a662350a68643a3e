using System.Collections.Concurrent;
using System.Text.Json;
using FhirNaltrexone.Validation.Definitions;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Extensions;

/// <summary>Definitions of extensions by their URLs; read when asked for the first time. Keeps only what there is. Thread-safe.</summary>
/// <param name="definitions">Where they are found.</param>
internal sealed class ExtensionCatalogue(DefinitionSet definitions)
{
    private readonly ConcurrentDictionary<string, ExtensionDefinition> _known = new(StringComparer.Ordinal);

    /// <summary>The definition of an extension; null when it is not here or defines something else.</summary>
    public ExtensionDefinition? Find(string url)
    {
        if (_known.TryGetValue(url, out var known)) return known;
        return definitions.Find("StructureDefinition", url) is { } definition && definition.Text("type") == "Extension"
            ? _known.GetOrAdd(url, new ExtensionDefinition(definition, Elements(definition)))
            : null;
    }

    private static List<JsonElement> Elements(JsonElement definition)
        => [.. (definition.Member("snapshot") ?? definition.Member("differential") ?? default).Items("element")];
}
