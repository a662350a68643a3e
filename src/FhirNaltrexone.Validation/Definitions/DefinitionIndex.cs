using System.Collections.Frozen;

namespace FhirNaltrexone.Validation.Definitions;

/// <summary>Definitions by type and canonical URL. Immutable.</summary>
internal sealed class DefinitionIndex
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, Definition[]>> _byType;

    /// <summary>Makes an index; of several with one URL and version the last counts.</summary>
    public DefinitionIndex(IEnumerable<Definition> definitions)
        => _byType = definitions.GroupBy(each => each.Type, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, ByUrl, StringComparer.Ordinal);

    /// <summary>The resource types there are.</summary>
    public IEnumerable<string> Types => _byType.Keys;

    /// <summary>All definitions of a type.</summary>
    public IEnumerable<Definition> All(string type) => _byType.TryGetValue(type, out var ofType) ? ofType.Values.SelectMany(each => each) : [];

    /// <summary>
    /// The definition with a URL, and version if one is asked for, of which the last parts may be left out: 0.2 also means 0.2.1. Without version the
    /// last that was given with the URL. Null when there is none.
    /// </summary>
    public Definition? Find(string type, string url, string? version)
        => !_byType.TryGetValue(type, out var ofType) || !ofType.TryGetValue(url, out var versions) ? null
            : version is null ? versions[^1]
            : Array.FindLast(versions, each => each.Version == version)
            ?? Array.FindLast(versions, each => each.Version?.StartsWith(version + ".", StringComparison.Ordinal) == true);

    private static FrozenDictionary<string, Definition[]> ByUrl(IEnumerable<Definition> definitions)
        => definitions.GroupBy(each => each.Url, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, Versions, StringComparer.Ordinal);

    private static Definition[] Versions(IEnumerable<Definition> definitions)
        => [.. definitions.GroupBy(each => each.Version).Select(group => group.Last())];
}
