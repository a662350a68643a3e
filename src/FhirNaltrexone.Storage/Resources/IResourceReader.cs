using FhirNaltrexone.Storage.Search;

namespace FhirNaltrexone.Storage.Resources;

/// <summary>
/// Reads stored resources. Every method throws <see cref="StorageException"/> when the database fails and
/// <see cref="OperationCanceledException"/> when the caller gives up.
/// </summary>
public interface IResourceReader
{
    /// <summary>The newest version, a deletion included; null when the id was never used.</summary>
    /// <param name="key">Type and id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ResourceVersion?> ReadAsync(ResourceKey key, CancellationToken cancellationToken);

    /// <summary>One version, or null.</summary>
    /// <param name="key">Type and id.</param>
    /// <param name="version">Version id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ResourceVersion?> ReadVersionAsync(ResourceKey key, int version, CancellationToken cancellationToken);

    /// <summary>The newest versions of many resources, deletions included; keys never used are left out. In no particular order.</summary>
    /// <param name="keys">Types and ids.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<ResourceVersion>> ReadManyAsync(IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken);

    /// <summary>Versions, newest first.</summary>
    /// <param name="query">Which ones.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<ResourceVersion>> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken);

    /// <summary>How many versions a history has, paging left aside.</summary>
    /// <param name="query">Which ones.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<long> CountHistoryAsync(HistoryQuery query, CancellationToken cancellationToken);

    /// <summary>A page of current resources that match.</summary>
    /// <param name="query">What to find.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken);

    /// <summary>References that leave the given resources; the source of <c>_include</c>.</summary>
    /// <param name="sources">Numbers of current resources.</param>
    /// <param name="parameters">Keys of reference parameters.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<ReferenceEdge>> ReferencesFromAsync(
        IReadOnlyCollection<long> sources, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken);

    /// <summary>Current resources that refer to the given ones; the source of <c>_revinclude</c>. Ordered by number, each once.</summary>
    /// <param name="targets">What is referred to.</param>
    /// <param name="parameters">Keys of reference parameters.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<ResourceVersion>> ReferrersToAsync(
        IReadOnlyCollection<ResourceKey> targets, IReadOnlyCollection<int> parameters, int limit, CancellationToken cancellationToken);
}
