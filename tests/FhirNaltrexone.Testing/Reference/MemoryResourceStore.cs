using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Testing.Reference;

/// <summary>
/// The reference model of a resource store: dictionaries and plain queries, written to be read as the definition of what every engine must
/// answer. Keeps nothing when the process ends.
/// </summary>
public sealed class MemoryResourceStore : MemoryResourceReader, IResourceStore, IDisposable
{
    private readonly SemaphoreSlim _writer = new(1);
    private volatile MemoryState _state = MemoryState.Empty;
    private Action<IReadOnlyList<ResourceVersion>>? _told;

    private protected override MemoryState State => _state;

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Func<IUnitOfWork, CancellationToken, ValueTask<Decision<T>>> work, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            var unit = new MemoryUnitOfWork(_state);
            var decision = await work(unit, cancellationToken);
            if (!decision.IsCommit) return decision.Value;
            _state = unit.Written;
            if (unit.Versions.Count > 0) _told?.Invoke(unit.Versions);
            return decision.Value;
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <inheritdoc/>
    public void OnCommit(Action<IReadOnlyList<ResourceVersion>> told) => _told += told;

    /// <inheritdoc/>
    public async Task<T> ReadSnapshotAsync<T>(Func<IResourceReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
        => await read(new MemorySnapshot(_state), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LoggedChange>> ChangesAsync(ChangePosition? after, int limit, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<LoggedChange>>(
        [
            .. State.Versions
                .Where(version => version.Sequence > (after?.Sequence ?? 0))
                .OrderBy(version => version.Sequence)
                .Take(limit)
                .Select(version => new LoggedChange(new ChangePosition(0, version.Sequence), version)),
        ]);

    /// <inheritdoc/>
    public Task<ChangePosition> CurrentPositionAsync(CancellationToken cancellationToken)
        => Task.FromResult(new ChangePosition(0, State.Versions.Max(version => (long?)version.Sequence) ?? 0));

    /// <inheritdoc/>
    public async Task<long> RebuildIndexAsync(
        Func<ResourceVersion, IndexEntries> extract, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            var current = State.Current.ToList();
            _state = current.Aggregate(State, (state, resource) => state.With(resource with { Index = extract(resource.Newest) }));
            progress?.Report(current.Count);
            return current.Count;
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <inheritdoc/>
    public Task AnalyzeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
