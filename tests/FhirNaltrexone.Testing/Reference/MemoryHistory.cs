using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Testing.Reference;

/// <summary>What a history lists, see <see cref="HistoryQuery"/>.</summary>
internal static class MemoryHistory
{
    public static IEnumerable<ResourceVersion> Page(MemoryState state, HistoryQuery query)
        => All(state, query).Where(version => query.After is not { } place || IsBehind(version, place)).Take(query.Limit);

    public static IEnumerable<ResourceVersion> All(MemoryState state, HistoryQuery query)
        => from resource in state.Resources.Values
           where query.Type is null || query.Type == resource.Key.Type
           where query.Id is null || query.Id == resource.Key.Id
           from version in resource.Versions
           where query.Since is null || version.LastUpdated >= query.Since
           where WasCurrent(version, Successor(resource, version), query)
           orderby version.LastUpdated descending, version.Sequence descending
           select version;

    // A version is current from its own update until that of the next version.
    private static bool WasCurrent(ResourceVersion version, ResourceVersion? successor, HistoryQuery query)
        => (query.AtTo is null || version.LastUpdated < query.AtTo)
            && (query.AtFrom is null || successor is null || successor.LastUpdated > query.AtFrom);

    private static ResourceVersion? Successor(StoredResource resource, ResourceVersion version)
        => resource.Versions.Find(candidate => candidate.Version == version.Version + 1);

    private static bool IsBehind(ResourceVersion version, HistoryPosition place)
        => version.LastUpdated < place.LastUpdated
            || (version.LastUpdated == place.LastUpdated && version.Sequence < place.Sequence);
}
