using System.Collections.Concurrent;
using FhirNaltrexone.Validation.Definitions;

namespace FhirNaltrexone.Validation.Terminology.ConceptMaps;

/// <summary>Finds concept maps. Safe to share.</summary>
/// <param name="definitions">Where they are.</param>
internal sealed class ConceptMapCatalogue(DefinitionSet definitions)
{
    private readonly ConcurrentDictionary<string, ConceptMapContent> _maps = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<ConceptMapContent>> _all = new(() => [.. definitions.All("ConceptMap").Select(map => new ConceptMapContent(map))]);

    /// <summary>All concept maps.</summary>
    public IReadOnlyList<ConceptMapContent> All => _all.Value;

    /// <summary>Finds one; null when it is not known here.</summary>
    /// <param name="canonical">Canonical URL, with or without version.</param>
    public ConceptMapContent? Find(string canonical)
    {
        if (_maps.TryGetValue(canonical, out var known)) return known;
        return definitions.Find("ConceptMap", canonical) is { } resource ? _maps.GetOrAdd(canonical, new ConceptMapContent(resource)) : null;
    }
}
