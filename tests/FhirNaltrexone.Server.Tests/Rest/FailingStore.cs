using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;

namespace FhirNaltrexone.Server.Tests.Rest;

/// <summary>A store that is out of order.</summary>
internal sealed class FailingStore(StorageException failure) : IResourceStore
{
    public Task<T> WriteAsync<T>(Func<IUnitOfWork, CancellationToken, ValueTask<Decision<T>>> work, CancellationToken cancellationToken) => throw failure;

    public void OnCommit(Action<IReadOnlyList<ResourceVersion>> told)
    {
    }

    public Task<T> ReadSnapshotAsync<T>(Func<IResourceReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken) => throw failure;

    public Task<IReadOnlyList<LoggedChange>> ChangesAsync(ChangePosition? after, int limit, CancellationToken cancellationToken) => throw failure;

    public Task<ChangePosition> CurrentPositionAsync(CancellationToken cancellationToken) => throw failure;

    public Task<long> RebuildIndexAsync(Func<ResourceVersion, IndexEntries> extract, IProgress<long>? progress, CancellationToken cancellationToken) => throw failure;

    public Task AnalyzeAsync(CancellationToken cancellationToken) => throw failure;

    public Task PingAsync(CancellationToken cancellationToken) => throw failure;

    public ValueTask<ResourceVersion?> ReadAsync(ResourceKey key, CancellationToken cancellationToken) => throw failure;

    public ValueTask<ResourceVersion?> ReadVersionAsync(ResourceKey key, int version, CancellationToken cancellationToken) => throw failure;

    public ValueTask<IReadOnlyList<ResourceVersion>> ReadManyAsync(IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken) => throw failure;

    public ValueTask<IReadOnlyList<ResourceVersion>> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken) => throw failure;

    public ValueTask<long> CountHistoryAsync(HistoryQuery query, CancellationToken cancellationToken) => throw failure;

    public ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) => throw failure;

    public ValueTask<IReadOnlyList<ReferenceEdge>> ReferencesFromAsync(
        IReadOnlyCollection<long> sources, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken) => throw failure;

    public ValueTask<IReadOnlyList<ResourceVersion>> ReferrersToAsync(
        IReadOnlyCollection<ResourceKey> targets, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken) => throw failure;
}
