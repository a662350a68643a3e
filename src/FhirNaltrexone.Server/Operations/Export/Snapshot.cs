using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>The store as it was at an instant that has passed, whatever was written since.</summary>
internal sealed class Snapshot(IResourceStore store, DateTimeOffset at)
{
    private const int PageSize = 1_000;

    /// <summary>The instant: the newest that belongs to it.</summary>
    public DateTimeOffset At => at;

    private DateTimeOffset Behind => at.AddMilliseconds(1);

    /// <summary>The version of a resource at the instant; null when it did not exist or was deleted.</summary>
    /// <param name="current">Its current version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ResourceVersion?> VersionAsync(ResourceVersion current, CancellationToken cancellationToken)
        => current.LastUpdated <= at ? Existing(current) : Existing(await NewestAsync(current.Key, cancellationToken).ConfigureAwait(false));

    /// <summary>The version of a resource at the instant, which may be a deletion; null when it did not exist.</summary>
    public async ValueTask<ResourceVersion?> NewestAsync(ResourceKey key, CancellationToken cancellationToken)
    {
        var query = new HistoryQuery { Type = key.Type, Id = key.Id, AtFrom = at, AtTo = Behind, Limit = 1 };
        var versions = await store.HistoryAsync(query, cancellationToken).ConfigureAwait(false);
        return versions is [var version] && version.LastUpdated <= at ? version : null;
    }

    /// <summary>Resources of a type that were written after the instant.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="isDeletionOnly">Whether only deletions count.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyCollection<ResourceKey>> ChangedSinceAsync(string type, bool isDeletionOnly, CancellationToken cancellationToken)
        => KeysAsync(type, Behind, version => version.IsDeleted || !isDeletionOnly, cancellationToken);

    /// <summary>Resources of a type that were deleted between an earlier instant and this one.</summary>
    public Task<IReadOnlyCollection<ResourceKey>> DeletedAfterAsync(string type, DateTimeOffset since, CancellationToken cancellationToken)
        => KeysAsync(type, since, version => version.IsDeleted && version.LastUpdated > since && version.LastUpdated <= at, cancellationToken);

    private static ResourceVersion? Existing(ResourceVersion? version) => version is { IsDeleted: false } ? version : null;

    private async Task<IReadOnlyCollection<ResourceKey>> KeysAsync(
        string type, DateTimeOffset since, Predicate<ResourceVersion> counts, CancellationToken cancellationToken)
    {
        var keys = new SortedDictionary<string, ResourceKey>(StringComparer.Ordinal);
        HistoryPosition? after = null;
        while (true)
        {
            var query = new HistoryQuery { Type = type, Since = since, After = after, Limit = PageSize };
            var page = await store.HistoryAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var version in page.Where(version => counts(version))) keys[version.Key.Id] = version.Key;
            if (page.Count < PageSize) return keys.Values;
            after = new(page[^1].LastUpdated, page[^1].Sequence);
        }
    }
}
