using System.Collections.Concurrent;
using FhirNaltrexone.Validation.Definitions;

namespace FhirNaltrexone.Validation.Profiles.Snapshots;

/// <summary>
/// Snapshots of profiles as trees; made when asked for the first time. Only what is there is kept, so nothing grows. Making one never asks for
/// another, so profiles that refer to each other in a circle do no harm. Thread-safe.
/// </summary>
/// <param name="definitions">Where the profiles are.</param>
internal sealed class SnapshotCatalogue(DefinitionSet definitions)
{
    private readonly SnapshotSource _source = new(definitions);
    private readonly ConcurrentDictionary<string, SnapshotNode?> _known = new(StringComparer.Ordinal);

    /// <summary>The snapshot of a profile, or the part of it below one element; null when it is not here or cannot be made.</summary>
    /// <param name="canonical">Canonical of the profile; behind a hash perhaps the id of one element.</param>
    public SnapshotNode? Find(string canonical)
    {
        if (_known.TryGetValue(canonical, out var known)) return known;
        if (definitions.Find("StructureDefinition", canonical) is not { } definition) return null;
        var tree = SnapshotTree.Of(_source.Elements(definition));
        var part = Canonical.Parse(canonical).Fragment is { } element ? tree?.Find(element) : tree;
        return _known.GetOrAdd(canonical, part);
    }
}
