using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;

namespace FhirNaltrexone.Server.Terminology.Content;

/// <summary>The store, with terminology told of what is committed to it: whoever has stored a value set can use it with the next request.</summary>
internal sealed class WatchedStore(IResourceStore store, StoredTerminology terminology) : IResourceStore
{
    public async Task<T> WriteAsync<T>(Func<IUnitOfWork, CancellationToken, ValueTask<Decision<T>>> work, CancellationToken cancellationToken)
    {
        WatchedUnit? watched = null;
        var answer = await store.WriteAsync(
            async (unit, token) =>
            {
                var decision = await work(watched = new(unit), token).ConfigureAwait(false);
                if (!decision.IsCommit) watched.Written.Clear();
                return decision;
            },
            cancellationToken).ConfigureAwait(false);
        if (watched is { Written.Count: > 0 }) terminology.Apply(watched.Written);
        return answer;
    }

    public Task<T> ReadSnapshotAsync<T>(Func<IResourceReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
        => store.ReadSnapshotAsync(read, cancellationToken);

    public Task<IReadOnlyList<LoggedChange>> ChangesAsync(ChangePosition? after, int limit, CancellationToken cancellationToken)
        => store.ChangesAsync(after, limit, cancellationToken);

    public Task<ChangePosition> CurrentPositionAsync(CancellationToken cancellationToken) => store.CurrentPositionAsync(cancellationToken);

    public Task<long> RebuildIndexAsync(Func<ResourceVersion, IndexEntries> extract, IProgress<long>? progress, CancellationToken cancellationToken)
        => store.RebuildIndexAsync(extract, progress, cancellationToken);

    public Task AnalyzeAsync(CancellationToken cancellationToken) => store.AnalyzeAsync(cancellationToken);

    public Task PingAsync(CancellationToken cancellationToken) => store.PingAsync(cancellationToken);

    public ValueTask<ResourceVersion?> ReadAsync(ResourceKey key, CancellationToken cancellationToken) => store.ReadAsync(key, cancellationToken);

    public ValueTask<ResourceVersion?> ReadVersionAsync(ResourceKey key, int version, CancellationToken cancellationToken)
        => store.ReadVersionAsync(key, version, cancellationToken);

    public ValueTask<IReadOnlyList<ResourceVersion>> ReadManyAsync(IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken)
        => store.ReadManyAsync(keys, cancellationToken);

    public ValueTask<IReadOnlyList<ResourceVersion>> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
        => store.HistoryAsync(query, cancellationToken);

    public ValueTask<long> CountHistoryAsync(HistoryQuery query, CancellationToken cancellationToken) => store.CountHistoryAsync(query, cancellationToken);

    public ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) => store.SearchAsync(query, cancellationToken);

    public ValueTask<IReadOnlyList<ReferenceEdge>> ReferencesFromAsync(
        IReadOnlyCollection<long> sources, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken)
        => store.ReferencesFromAsync(sources, parameters, limit, cancellationToken);

    public ValueTask<IReadOnlyList<ResourceVersion>> ReferrersToAsync(
        IReadOnlyCollection<ResourceKey> targets, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken)
        => store.ReferrersToAsync(targets, parameters, limit, cancellationToken);
}
