using FhirNaltrexone.Storage.Search;

namespace FhirNaltrexone.Testing.Reference;

/// <summary>What a search answers, see <see cref="SearchQuery"/>: filter, sort, cut.</summary>
internal static class MemorySearch
{
    public static SearchPage Page(MemoryState state, SearchQuery query)
    {
        var condition = new MemoryCondition(state);
        var matches = state.Current
            .Where(resource => query.Types.Count == 0 || query.Types.Contains(resource.Key.Type))
            .Where(resource => query.Filter is null || condition.Holds(query.Filter, resource))
            .Select(resource => new SortedMatch(resource, [.. query.Sort.Select(key => MemorySort.Value(key, resource))]))
            .ToList();
        matches.Sort((left, right) => MemorySort.Compare(query.Sort, left.Cursor, right.Cursor));

        var behind = matches.Where(match => query.After is null || MemorySort.Compare(query.Sort, match.Cursor, query.After) > 0).ToList();
        var page = behind.Take(query.Count).ToList();
        return new SearchPage(
            [.. page.Select(match => match.Resource.Newest)],
            page.Count > 0 && page.Count < behind.Count ? page[^1].Cursor : null,
            query.IsTotalWanted ? matches.Count : null);
    }

    private sealed record SortedMatch(StoredResource Resource, object?[] Values)
    {
        public SearchCursor Cursor { get; } = new(Values, Resource.Number);
    }
}
