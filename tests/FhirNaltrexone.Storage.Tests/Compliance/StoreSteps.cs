using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>What most tests do to a store, in one call.</summary>
internal static class StoreSteps
{
    /// <summary>Stores versions in one unit of work.</summary>
    public static Task<IReadOnlyList<ResourceVersion>> CommitAsync(this IResourceStore store, params ResourceWrite[] writes)
        => store.WriteAsync(async (unit, token) => Decision.Commit(await unit.StoreAsync(writes, token)), CancellationToken.None);

    /// <summary>Locks what exists and stores versions.</summary>
    public static async ValueTask<IReadOnlyList<ResourceVersion>> StoreAsync(
        this IUnitOfWork unit, IReadOnlyList<ResourceWrite> writes, CancellationToken token)
    {
        await unit.LockAsync([.. writes.Select(write => write.Key)], token);
        return await unit.WriteAsync(writes, token);
    }

    /// <summary>Stores the first version of a resource.</summary>
    public static async Task<ResourceVersion> CreateAsync(
        this IResourceStore store, ResourceKey key, IndexEntries? index = null, DateTimeOffset? at = null)
        => (await store.CommitAsync(Version.First(key, index, at)))[0];

    public static async Task<ResourceVersion> UpdateAsync(
        this IResourceStore store, ResourceVersion version, IndexEntries? index = null, DateTimeOffset? at = null)
        => (await store.CommitAsync(Version.After(version, index, at)))[0];

    public static async Task<ResourceVersion> DeleteAsync(this IResourceStore store, ResourceVersion version, DateTimeOffset? at = null)
        => (await store.CommitAsync(Version.Deletion(version, at)))[0];

    /// <summary>The newest version, or null.</summary>
    public static async Task<ResourceVersion?> FindAsync(this IResourceReader reader, ResourceKey key) => await reader.ReadAsync(key, CancellationToken.None);

    /// <summary>Ids of what a condition finds, in order.</summary>
    public static async Task<string[]> SearchAsync(this IResourceReader reader, SearchExpression filter, params SortKey[] sort)
    {
        var page = await reader.SearchAsync(new SearchQuery { Filter = filter, Sort = sort, Count = 100 }, CancellationToken.None);
        return [.. page.Matches.Select(match => match.Key.Id)];
    }

    /// <summary>Versions of a resource, newest first, as numbers.</summary>
    public static async Task<IReadOnlyList<int>> VersionsAsync(this IResourceReader reader, HistoryQuery query)
        => [.. (await reader.HistoryAsync(query, CancellationToken.None)).Select(version => version.Version)];
}
