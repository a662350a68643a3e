using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Audit;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Tokens;

namespace FhirNaltrexone.Storage.Resources;

/// <summary>
/// One write transaction. It reads what it wrote and nothing that others write meanwhile to the resources it locked.
/// It is bound to the delegate it was given to.
/// </summary>
public interface IUnitOfWork : IResourceReader
{
    /// <summary>
    /// Ends the unit if the caller may do such a thing with no resource of the type at all: known before anything is looked up, so that the answer
    /// tells nothing of what is stored. A store without guard demands nothing.
    /// </summary>
    /// <param name="type">Resource type.</param>
    /// <param name="interaction">What is to be done.</param>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.Forbidden"/>.</exception>
    void Demand(string type, GrantedInteractions interaction)
    {
    }

    /// <summary>
    /// Makes units of work that name the same text run one after the other: conditional interactions lock their criteria
    /// before they search, so that two of them never both find nothing (FHIR R4, conditional create).
    /// </summary>
    /// <param name="names">Criteria in canonical form. Call once, before anything else.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask SerializeAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken);

    /// <summary>Reads the newest versions, deletions included, and holds them until the end: nobody else changes them. Keys never used are left out.</summary>
    /// <param name="keys">Types and ids.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyDictionary<ResourceKey, ResourceVersion>> LockAsync(IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken);

    /// <summary>Stores versions, in the order given: numbers and sequences rise in it. The resources must be locked or new.</summary>
    /// <param name="writes">At most one for each resource.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The versions stored, in the same order.</returns>
    /// <exception cref="StorageException"><see cref="StorageErrorCode.Conflict"/>: another version was stored first.</exception>
    ValueTask<IReadOnlyList<ResourceVersion>> WriteAsync(IReadOnlyList<ResourceWrite> writes, CancellationToken cancellationToken);

    /// <summary>
    /// Links records to the audit chain. Comes last in a unit: it holds the end of the chain until the commit, and others wait for it.
    /// </summary>
    /// <param name="events">AuditEvents this unit has written, in order.</param>
    /// <param name="seal">Makes fingerprints.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask ChainAsync(IReadOnlyList<ResourceVersion> events, AuditSeal seal, CancellationToken cancellationToken);

    /// <summary>Uses a token: of all who try, on whichever replica, the first to commit succeeds, and the others wait for it.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was unused before.</returns>
    ValueTask<bool> TryUseAsync(OneTimeToken token, CancellationToken cancellationToken);

    /// <summary>Replaces the index entries of resources, except of those that have changed since they were read: for indexes made after the write.</summary>
    /// <param name="resources">Newest versions with their entries.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were replaced.</returns>
    ValueTask<long> ReindexAsync(IReadOnlyList<(ResourceVersion Version, IndexEntries Entries)> resources, CancellationToken cancellationToken);

    /// <summary>Removes all versions but the newest.</summary>
    /// <param name="key">A locked resource.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many versions went.</returns>
    ValueTask<int> PurgeHistoryAsync(ResourceKey key, CancellationToken cancellationToken);
}
