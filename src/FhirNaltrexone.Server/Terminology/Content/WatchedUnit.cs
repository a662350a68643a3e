using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;

namespace FhirNaltrexone.Server.Terminology.Content;

/// <summary>A unit of work that remembers what terminology it wrote.</summary>
internal sealed class WatchedUnit(IUnitOfWork unit) : IUnitOfWork
{
    /// <summary>The versions of types that hold terminology.</summary>
    public List<ResourceVersion> Written { get; } = [];

    public async ValueTask<IReadOnlyList<ResourceVersion>> WriteAsync(IReadOnlyList<ResourceWrite> writes, CancellationToken cancellationToken)
    {
        var versions = await unit.WriteAsync(writes, cancellationToken).ConfigureAwait(false);
        Written.AddRange(versions.Where(version => StoredTerminology.Types.Contains(version.Key.Type)));
        return versions;
    }

    public ValueTask SerializeAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) => unit.SerializeAsync(names, cancellationToken);

    public ValueTask<IReadOnlyDictionary<ResourceKey, ResourceVersion>> LockAsync(IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken)
        => unit.LockAsync(keys, cancellationToken);

    public ValueTask<int> PurgeHistoryAsync(ResourceKey key, CancellationToken cancellationToken) => unit.PurgeHistoryAsync(key, cancellationToken);

    public ValueTask<ResourceVersion?> ReadAsync(ResourceKey key, CancellationToken cancellationToken) => unit.ReadAsync(key, cancellationToken);

    public ValueTask<ResourceVersion?> ReadVersionAsync(ResourceKey key, int version, CancellationToken cancellationToken)
        => unit.ReadVersionAsync(key, version, cancellationToken);

    public ValueTask<IReadOnlyList<ResourceVersion>> ReadManyAsync(IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken)
        => unit.ReadManyAsync(keys, cancellationToken);

    public ValueTask<IReadOnlyList<ResourceVersion>> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
        => unit.HistoryAsync(query, cancellationToken);

    public ValueTask<long> CountHistoryAsync(HistoryQuery query, CancellationToken cancellationToken) => unit.CountHistoryAsync(query, cancellationToken);

    public ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) => unit.SearchAsync(query, cancellationToken);

    public ValueTask<IReadOnlyList<ReferenceEdge>> ReferencesFromAsync(
        IReadOnlyCollection<long> sources, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken)
        => unit.ReferencesFromAsync(sources, parameters, limit, cancellationToken);

    public ValueTask<IReadOnlyList<ResourceVersion>> ReferrersToAsync(
        IReadOnlyCollection<ResourceKey> targets, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken)
        => unit.ReferrersToAsync(targets, parameters, limit, cancellationToken);
}
