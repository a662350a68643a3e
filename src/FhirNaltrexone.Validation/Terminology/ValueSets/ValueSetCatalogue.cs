using System.Collections.Concurrent;
using System.Text.Json;
using FhirNaltrexone.Validation.Definitions;

namespace FhirNaltrexone.Validation.Terminology.ValueSets;

/// <summary>Finds value sets, those that stand for a whole code system included. Safe to share.</summary>
/// <param name="definitions">Where they are.</param>
internal sealed class ValueSetCatalogue(DefinitionSet definitions)
{
    private const string Relative = "ValueSet/";

    // Only what is here is kept, so that clients cannot fill the memory.
    private readonly ConcurrentDictionary<string, ValueSetContent> _sets = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, JsonElement>> _byId = new(() => ById(definitions));
    private readonly Lazy<Dictionary<string, string>> _systems = new(() => WholeSystems(definitions));

    /// <summary>Finds a value set; null when it is not known here.</summary>
    /// <param name="canonical">Canonical URL, with or without version, or <c>ValueSet/id</c>.</param>
    public ValueSetContent? Find(string canonical)
    {
        if (_sets.TryGetValue(canonical, out var known)) return known;
        if (Resource(canonical) is { } resource) return _sets.GetOrAdd(canonical, ValueSetReader.Read(resource));
        var set = ImplicitValueSets.Find(canonical, _systems.Value);
        return set is null || ImplicitValueSets.IsOneOfMany(canonical) ? set : _sets.GetOrAdd(canonical, set);
    }

    private JsonElement? Resource(string canonical)
    {
        if (!canonical.StartsWith(Relative, StringComparison.Ordinal)) return definitions.Find("ValueSet", canonical);
        return _byId.Value.TryGetValue(canonical[Relative.Length..], out var found) ? found : null;
    }

    private static Dictionary<string, JsonElement> ById(DefinitionSet definitions)
    {
        var sets = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var set in definitions.All("ValueSet"))
        {
            if (set.Text("id") is { } id) sets.TryAdd(id, set);
        }

        return sets;
    }

    /// <summary>The value sets of which code systems say that they hold all their codes (FHIR R4, CodeSystem.valueSet).</summary>
    private static Dictionary<string, string> WholeSystems(DefinitionSet definitions)
    {
        var systems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var system in definitions.All("CodeSystem"))
        {
            if (system.Text("valueSet") is { } set && system.Text("url") is { } url) systems.TryAdd(set, url);
        }

        return systems;
    }
}
