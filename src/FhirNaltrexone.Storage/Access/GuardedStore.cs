using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;

namespace FhirNaltrexone.Storage.Access;

/// <summary>
/// The store as the request under way may use it (<see cref="AccessContext.Current"/>): every door leads through here. Outside of a request nothing
/// is shown; the service's own work says that it is.
/// </summary>
/// <param name="inner">The store.</param>
/// <param name="rules">What the guards share, made when the first caller comes that is not unrestricted.</param>
public sealed class GuardedStore(IResourceStore inner, Lazy<GuardRules> rules) : IResourceStore
{
    /// <inheritdoc/>
    public ValueTask<ResourceVersion?> ReadAsync(ResourceKey key, CancellationToken cancellationToken)
        => Reader(inner).ReadAsync(key, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ResourceVersion?> ReadVersionAsync(ResourceKey key, int version, CancellationToken cancellationToken)
        => Reader(inner).ReadVersionAsync(key, version, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ResourceVersion>> ReadManyAsync(IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken)
        => Reader(inner).ReadManyAsync(keys, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ResourceVersion>> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
        => Reader(inner).HistoryAsync(query, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> CountHistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
        => Reader(inner).CountHistoryAsync(query, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken)
        => Reader(inner).SearchAsync(query, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ReferenceEdge>> ReferencesFromAsync(
        IReadOnlyCollection<long> sources, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken)
        => Reader(inner).ReferencesFromAsync(sources, parameters, limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ResourceVersion>> ReferrersToAsync(
        IReadOnlyCollection<ResourceKey> targets, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken)
        => Reader(inner).ReferrersToAsync(targets, parameters, limit, cancellationToken);

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Func<IUnitOfWork, CancellationToken, ValueTask<Decision<T>>> work, CancellationToken cancellationToken)
    {
        var context = Context();
        var guard = context.Caller.IsUnrestricted ? null : new Guard(rules.Value, context);
        var record = guard is null ? null : rules.Value.Changes?.Invoke(context);
        GuardedUnit? guarded = null;

        // The unit may run more than once, and not in the flow of the request: guard and record are handed in, and the request is entered again.
        var result = await inner.WriteAsync(
            async (unit, token) =>
            {
                using var access = AccessContext.Enter(context);
                if (guard is null) return await work(unit, token).ConfigureAwait(false);
                guarded = new GuardedUnit(unit, guard);
                return await RunAsync(guarded, work, record, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);

        // What was looked at and left as it is may be shown; no record of a change tells of it.
        if (guarded is not null)
        {
            context.Disclose(guarded.Unchanged);
            context.DisclosePatched(guarded.Patched);
            if (guarded.IsRecorded) context.RecordedChange();
        }

        return result;
    }

    /// <inheritdoc/>
    public void OnCommit(Action<IReadOnlyList<ResourceVersion>> told) => inner.OnCommit(told);

    /// <inheritdoc/>
    public Task<T> ReadSnapshotAsync<T>(Func<IResourceReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        var context = Context();
        if (context.Caller.IsUnrestricted) return inner.ReadSnapshotAsync(read, cancellationToken);
        var guard = new Guard(rules.Value, context);
        return inner.ReadSnapshotAsync((reader, token) => read(new GuardedReader(reader, guard), token), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<LoggedChange>> ChangesAsync(ChangePosition? after, int limit, CancellationToken cancellationToken)
        => Whole().ChangesAsync(after, limit, cancellationToken);

    /// <inheritdoc/>
    public Task<ChangePosition> CurrentPositionAsync(CancellationToken cancellationToken) => Whole().CurrentPositionAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<long> RebuildIndexAsync(
        Func<ResourceVersion, IndexEntries> extract, IProgress<long>? progress, CancellationToken cancellationToken)
        => Whole().RebuildIndexAsync(extract, progress, cancellationToken);

    /// <inheritdoc/>
    public Task AnalyzeAsync(CancellationToken cancellationToken) => Whole().AnalyzeAsync(cancellationToken);

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) => inner.PingAsync(cancellationToken);

    private static async ValueTask<Decision<T>> RunAsync<T>(
        GuardedUnit unit, Func<IUnitOfWork, CancellationToken, ValueTask<Decision<T>>> work, ChangeRecord? record, CancellationToken cancellationToken)
    {
        var decision = await work(unit, cancellationToken).ConfigureAwait(false);
        if (decision.IsCommit && record is not null) await unit.RecordAsync(record, cancellationToken).ConfigureAwait(false);
        return decision;
    }

    private static AccessContext Context() => AccessContext.Current ?? throw Guard.Forbidden();

    /// <summary>The log and the index as a whole are for the service itself.</summary>
    private IResourceStore Whole() => Context().Caller.IsUnrestricted ? inner : throw Guard.Forbidden();

    private IResourceReader Reader(IResourceReader reader)
    {
        var context = Context();
        return context.Caller.IsUnrestricted ? reader : new GuardedReader(reader, new Guard(rules.Value, context));
    }
}
