using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>What both engines do alike: each read takes a connection, and gives it back.</summary>
internal abstract class SqlResourceStore : IResourceStore
{
    private Action<IReadOnlyList<ResourceVersion>>? _told;

    public ValueTask<ResourceVersion?> ReadAsync(ResourceKey key, CancellationToken cancellationToken)
        => UseAsync((reader, token) => reader.ReadAsync(key, token), cancellationToken);

    public ValueTask<ResourceVersion?> ReadVersionAsync(ResourceKey key, int version, CancellationToken cancellationToken)
        => UseAsync((reader, token) => reader.ReadVersionAsync(key, version, token), cancellationToken);

    public ValueTask<IReadOnlyList<ResourceVersion>> ReadManyAsync(
        IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken)
        => UseAsync((reader, token) => reader.ReadManyAsync(keys, token), cancellationToken);

    public ValueTask<IReadOnlyList<ResourceVersion>> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
        => UseAsync((reader, token) => reader.HistoryAsync(query, token), cancellationToken);

    public ValueTask<long> CountHistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
        => UseAsync((reader, token) => reader.CountHistoryAsync(query, token), cancellationToken);

    public virtual ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
        => UseAsync((reader, token) => reader.SearchAsync(query, token), cancellationToken);

    public ValueTask<IReadOnlyList<ReferenceEdge>> ReferencesFromAsync(
        IReadOnlyCollection<long> sources, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken)
        => UseAsync((reader, token) => reader.ReferencesFromAsync(sources, parameters, limit, token), cancellationToken);

    public ValueTask<IReadOnlyList<ResourceVersion>> ReferrersToAsync(
        IReadOnlyCollection<ResourceKey> targets, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken)
        => UseAsync((reader, token) => reader.ReferrersToAsync(targets, parameters, limit, token), cancellationToken);

    public void OnCommit(Action<IReadOnlyList<ResourceVersion>> told) => _told += told;

    public async Task<T> WriteAsync<T>(Func<IUnitOfWork, CancellationToken, ValueTask<Decision<T>>> work, CancellationToken cancellationToken)
    {
        IReadOnlyList<ResourceVersion> written = [];
        var value = await RunAsync<T>(
            async (unit, token) =>
            {
                var decision = await work(unit, token).ConfigureAwait(false);
                written = decision.IsCommit ? unit.Written : [];
                return decision;
            },
            cancellationToken).ConfigureAwait(false);
        if (written.Count > 0) _told?.Invoke(written);
        return value;
    }

    public abstract Task<T> ReadSnapshotAsync<T>(
        Func<IResourceReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<LoggedChange>> ChangesAsync(ChangePosition? after, int limit, CancellationToken cancellationToken);

    public abstract Task<ChangePosition> CurrentPositionAsync(CancellationToken cancellationToken);

    public abstract Task<long> RebuildIndexAsync(
        Func<ResourceVersion, IndexEntries> extract, IProgress<long>? progress, CancellationToken cancellationToken);

    public abstract Task AnalyzeAsync(CancellationToken cancellationToken);

    public abstract Task PingAsync(CancellationToken cancellationToken);

    /// <summary>Runs a unit of work, again if need be, and commits it if it says so.</summary>
    protected abstract Task<T> RunAsync<T>(
        Func<ISqlUnitOfWork, CancellationToken, ValueTask<Decision<T>>> work, CancellationToken cancellationToken);

    /// <summary>Takes a connection for one read.</summary>
    protected abstract ValueTask<T> UseAsync<T>(Func<SqlReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken);
}
