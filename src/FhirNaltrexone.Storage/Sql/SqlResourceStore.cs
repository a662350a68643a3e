using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;

namespace FhirNaltrexone.Storage.Sql;

/// <summary>What both engines do alike: each read takes a connection, and gives it back.</summary>
internal abstract class SqlResourceStore : IResourceStore
{
    private const int RebuildBatch = 500;

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

    public async Task<long> RebuildIndexAsync(
        Func<ResourceVersion, IndexEntries> extract, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var (done, last) = (0L, 0L);
        while (await QueryAsync("resources-current", [last, RebuildBatch], VersionRows.Read, cancellationToken).ConfigureAwait(false)
            is { Count: > 0 } batch)
        {
            var entries = batch.Select(version => (version, extract(version))).ToArray();
            done += await RunAsync(
                async (unit, token) => Decision.Commit(await unit.ReindexAsync(entries, token).ConfigureAwait(false)), cancellationToken)
                .ConfigureAwait(false);
            last = batch[^1].Number;
            progress?.Report(done);
        }

        await AnalyzeAsync(cancellationToken).ConfigureAwait(false);
        return done;
    }

    public abstract Task AnalyzeAsync(CancellationToken cancellationToken);

    public async Task PingAsync(CancellationToken cancellationToken)
        => await QueryAsync("ping", [], row => row.Int64(0), cancellationToken).ConfigureAwait(false);

    /// <summary>Runs a unit of work, again if need be, and commits it if it says so.</summary>
    protected abstract Task<T> RunAsync<T>(
        Func<ISqlUnitOfWork, CancellationToken, ValueTask<Decision<T>>> work, CancellationToken cancellationToken);

    /// <summary>Takes a connection for one statement of the engine.</summary>
    protected abstract ValueTask<List<T>> QueryAsync<T>(string name, object[] values, Func<ISqlRow, T> read, CancellationToken cancellationToken);

    /// <summary>Takes a connection for one read.</summary>
    protected abstract ValueTask<T> UseAsync<T>(Func<SqlReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken);
}
