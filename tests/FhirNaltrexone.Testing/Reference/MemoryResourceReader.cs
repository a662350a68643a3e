using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;

namespace FhirNaltrexone.Testing.Reference;

/// <summary>Reads one state of the reference model: each answer is a query over plain collections.</summary>
public abstract class MemoryResourceReader : IResourceReader
{
    private protected abstract MemoryState State { get; }

    /// <inheritdoc/>
    public ValueTask<ResourceVersion?> ReadAsync(ResourceKey key, CancellationToken cancellationToken) => new(State.Find(key)?.Newest);

    /// <inheritdoc/>
    public ValueTask<ResourceVersion?> ReadVersionAsync(ResourceKey key, int version, CancellationToken cancellationToken)
        => new(State.Find(key)?.Versions.Find(candidate => candidate.Version == version));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ResourceVersion>> ReadManyAsync(IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken)
        => new([.. keys.Distinct().Select(State.Find).OfType<StoredResource>().Select(resource => resource.Newest)]);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ResourceVersion>> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
        => new([.. MemoryHistory.Page(State, query)]);

    /// <inheritdoc/>
    public ValueTask<long> CountHistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
        => new(MemoryHistory.All(State, query).LongCount());

    /// <inheritdoc/>
    public virtual ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) => new(MemorySearch.Page(State, query));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ReferenceEdge>> ReferencesFromAsync(
        IReadOnlyCollection<long> sources, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken)
        => new(
        [
            .. State.Current
                .Where(source => sources.Contains(source.Number))
                .OrderBy(source => source.Number)
                .SelectMany(source => source.Index.References
                    .Where(entry => entry.TargetType is not null && parameters.Contains(entry.Parameter))
                    .Select(entry => new ReferenceEdge(source.Number, entry.Parameter, new(entry.TargetType!, entry.TargetId), entry.TargetVersion)))
                .Distinct()
                .Take(limit),
        ]);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ResourceVersion>> ReferrersToAsync(
        IReadOnlyCollection<ResourceKey> targets, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken)
        => new(
        [
            .. State.Current
                .Where(source => source.Index.References.Any(entry => entry.TargetType is not null
                    && parameters.Contains(entry.Parameter) && targets.Any(target => target.Type == entry.TargetType && target.Id == entry.TargetId)))
                .OrderBy(source => source.Number)
                .Select(source => source.Newest)
                .Take(limit),
        ]);
}
