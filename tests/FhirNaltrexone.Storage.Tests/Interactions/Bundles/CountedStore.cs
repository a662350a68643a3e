using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;

namespace FhirNaltrexone.Storage.Tests.Interactions.Bundles;

/// <summary>A store that counts what a transaction asks of its unit of work.</summary>
internal sealed class CountedStore(IResourceStore store) : IResourceStore
{
    public int Searches { get; private set; }

    public int Locks { get; private set; }

    public int Writes { get; private set; }

    public Task<T> WriteAsync<T>(Func<IUnitOfWork, CancellationToken, ValueTask<Decision<T>>> work, CancellationToken cancellationToken)
        => store.WriteAsync((unit, token) => work(new CountedUnit(this, unit), token), cancellationToken);

    public ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) => store.SearchAsync(query, cancellationToken);

    public ValueTask<ResourceVersion?> ReadAsync(ResourceKey key, CancellationToken cancellationToken) => store.ReadAsync(key, cancellationToken);

    public ValueTask<ResourceVersion?> ReadVersionAsync(ResourceKey key, int version, CancellationToken cancellationToken)
        => store.ReadVersionAsync(key, version, cancellationToken);

    public ValueTask<IReadOnlyList<ResourceVersion>> ReadManyAsync(IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken)
        => store.ReadManyAsync(keys, cancellationToken);

    public ValueTask<IReadOnlyList<ResourceVersion>> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
        => store.HistoryAsync(query, cancellationToken);

    public ValueTask<long> CountHistoryAsync(HistoryQuery query, CancellationToken cancellationToken) => store.CountHistoryAsync(query, cancellationToken);

    public ValueTask<IReadOnlyList<ReferenceEdge>> ReferencesFromAsync(
        IReadOnlyCollection<long> sources, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken)
        => store.ReferencesFromAsync(sources, parameters, limit, cancellationToken);

    public ValueTask<IReadOnlyList<ResourceVersion>> ReferrersToAsync(
        IReadOnlyCollection<ResourceKey> targets, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken)
        => store.ReferrersToAsync(targets, parameters, limit, cancellationToken);

    public Task<T> ReadSnapshotAsync<T>(Func<IResourceReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
        => store.ReadSnapshotAsync(read, cancellationToken);

    public Task<IReadOnlyList<LoggedChange>> ChangesAsync(ChangePosition? after, int limit, CancellationToken cancellationToken)
        => store.ChangesAsync(after, limit, cancellationToken);

    public Task<ChangePosition> CurrentPositionAsync(CancellationToken cancellationToken) => store.CurrentPositionAsync(cancellationToken);

    public Task<long> RebuildIndexAsync(
        Func<ResourceVersion, IndexEntries> extract, IProgress<long>? progress, CancellationToken cancellationToken)
        => store.RebuildIndexAsync(extract, progress, cancellationToken);

    public Task AnalyzeAsync(CancellationToken cancellationToken) => store.AnalyzeAsync(cancellationToken);

    public Task PingAsync(CancellationToken cancellationToken) => store.PingAsync(cancellationToken);

    private sealed class CountedUnit(CountedStore counts, IUnitOfWork unit) : IUnitOfWork
    {
        public ValueTask SerializeAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
            => unit.SerializeAsync(names, cancellationToken);

        public ValueTask<IReadOnlyDictionary<ResourceKey, ResourceVersion>> LockAsync(
            IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken)
        {
            counts.Locks++;
            return unit.LockAsync(keys, cancellationToken);
        }

        public ValueTask<IReadOnlyList<ResourceVersion>> WriteAsync(IReadOnlyList<ResourceWrite> writes, CancellationToken cancellationToken)
        {
            counts.Writes++;
            return unit.WriteAsync(writes, cancellationToken);
        }

        public ValueTask<int> PurgeHistoryAsync(ResourceKey key, CancellationToken cancellationToken) => unit.PurgeHistoryAsync(key, cancellationToken);

        public ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
        {
            counts.Searches++;
            return unit.SearchAsync(query, cancellationToken);
        }

        public ValueTask<ResourceVersion?> ReadAsync(ResourceKey key, CancellationToken cancellationToken) => unit.ReadAsync(key, cancellationToken);

        public ValueTask<ResourceVersion?> ReadVersionAsync(ResourceKey key, int version, CancellationToken cancellationToken)
            => unit.ReadVersionAsync(key, version, cancellationToken);

        public ValueTask<IReadOnlyList<ResourceVersion>> ReadManyAsync(IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken)
            => unit.ReadManyAsync(keys, cancellationToken);

        public ValueTask<IReadOnlyList<ResourceVersion>> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
            => unit.HistoryAsync(query, cancellationToken);

        public ValueTask<long> CountHistoryAsync(HistoryQuery query, CancellationToken cancellationToken) => unit.CountHistoryAsync(query, cancellationToken);

        public ValueTask<IReadOnlyList<ReferenceEdge>> ReferencesFromAsync(
            IReadOnlyCollection<long> sources, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken)
            => unit.ReferencesFromAsync(sources, parameters, limit, cancellationToken);

        public ValueTask<IReadOnlyList<ResourceVersion>> ReferrersToAsync(
            IReadOnlyCollection<ResourceKey> targets, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken)
            => unit.ReferrersToAsync(targets, parameters, limit, cancellationToken);
    }
}
