using System.Text.Json;

namespace FhirNaltrexone.Validation.Definitions;

/// <summary>
/// Conformance resources that are found by their canonical URLs: StructureDefinitions, ValueSets, CodeSystems, ConceptMaps, SearchParameters and
/// whatever else has a URL. Immutable and safe to share; a set can be laid over another one.
/// </summary>
public sealed class DefinitionSet
{
    private static readonly Lazy<DefinitionSet> SlimCore = new(() => new(CoreDefinitions.Read(), below: null));

    // What a canonical without a type most often names comes first.
    private static readonly string[] Usual = ["StructureDefinition", "ValueSet", "CodeSystem"];

    private readonly DefinitionIndex _own;
    private readonly DefinitionSet? _below;

    private DefinitionSet(IEnumerable<Definition> definitions, DefinitionSet? below)
    {
        _own = new(definitions);
        _below = below;
    }

    /// <summary>The StructureDefinitions, ValueSets and CodeSystems of FHIR R4 (4.0.1): structure facts without texts, read on first use.</summary>
    public static DefinitionSet Core => SlimCore.Value;

    /// <summary>A set without anything: to build one from an official core package.</summary>
    public static DefinitionSet Empty { get; } = new([], below: null);

    private IEnumerable<string> Types => [.. Usual.Union(_own.Types, StringComparer.Ordinal).Union(_below?.Types ?? [], StringComparer.Ordinal)];

    /// <summary>A set with more definitions, which win over those of this set with the same type and URL.</summary>
    /// <param name="definitions">
    /// Resources; those without a URL are left out. Of several with the same URL all versions are kept and the last one is found without version.
    /// Their documents must live as long as the set.
    /// </param>
    public DefinitionSet With(IEnumerable<JsonElement> definitions) => new([.. definitions.Select(Definition.Of).OfType<Definition>()], this);

    /// <summary>The definition a canonical names, of whatever type; null when it is not here.</summary>
    /// <param name="canonical">A URL, or a URL, a bar and a version, or the first parts of it, which then must be the definition's own. A fragment is disregarded.</param>
    public JsonElement? Find(string canonical)
    {
        foreach (var type in Types)
        {
            if (Find(type, canonical) is { } found) return found;
        }

        return null;
    }

    /// <summary>The definition of a type a canonical names; null when it is not here.</summary>
    /// <param name="type">A resource type.</param>
    /// <param name="canonical">A URL, or a URL, a bar and a version, or the first parts of it, which then must be the definition's own. A fragment is disregarded.</param>
    public JsonElement? Find(string type, string canonical)
    {
        var (url, version, _) = Canonical.Parse(canonical);
        return Find(type, url, version)?.Resource;
    }

    /// <summary>All definitions of a type, in no particular order. Each is parsed for this, so it costs time for large sets.</summary>
    /// <param name="type">A resource type.</param>
    public IEnumerable<JsonElement> All(string type) => Definitions(type).Select(each => each.Resource);

    private IEnumerable<Definition> Definitions(string type)
        => _own.All(type).Concat(_below?.Definitions(type).Where(each => _own.Find(type, each.Url, version: null) is null) ?? []);

    private Definition? Find(string type, string url, string? version) => _own.Find(type, url, version) ?? _below?.Find(type, url, version);
}
