using System.Collections.Concurrent;
using System.Text.Json;
using FhirNaltrexone.Validation.Definitions;

namespace FhirNaltrexone.Validation.Profiles.Schemas;

/// <summary>Profiles by their canonicals; compiled when asked for the first time. Only what is there is kept, so nothing grows. Thread-safe.</summary>
/// <param name="definitions">Where they are found.</param>
/// <param name="compile">Compiles one, named by a canonical.</param>
internal sealed class ProfileCatalogue(DefinitionSet definitions, Func<JsonElement, string, ProfileSchema> compile)
{
    private readonly ConcurrentDictionary<string, ProfileSchema> _known = new(StringComparer.Ordinal);

    /// <summary>The profile a canonical names; null when it is not here.</summary>
    public ProfileSchema? Find(string canonical)
    {
        if (_known.TryGetValue(canonical, out var known)) return known;
        return definitions.Find("StructureDefinition", canonical) is { } definition ? _known.GetOrAdd(canonical, _ => compile(definition, canonical)) : null;
    }
}
