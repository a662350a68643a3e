namespace FhirNaltrexone.Storage.Resources;

/// <summary>
/// Keeps FHIR resources with all their versions. Each engine behaves alike: the same writes give the same numbers, the same query the same
/// resources in the same order.
/// </summary>
public interface IResourceStore : IResourceReader
{
    /// <summary>
    /// Runs a unit of work and commits it if it says so. Once the task has ended well the commit is durable. The unit may run more than once
    /// (after a deadlock, say): all it does must go through the unit of work. Units must not wait for anything but the unit of work.
    /// </summary>
    /// <param name="work">What to do; answers whether to commit, and a value.</param>
    /// <param name="cancellationToken">Gives up before the commit; later it has no effect.</param>
    /// <exception cref="StorageException">
    /// <see cref="StorageErrorCode.Conflict"/> after several attempts against others; <see cref="StorageErrorCode.Full"/>;
    /// <see cref="StorageErrorCode.Indeterminate"/> when nobody knows whether the commit took place; <see cref="StorageErrorCode.Unavailable"/>.
    /// </exception>
    Task<T> WriteAsync<T>(Func<IUnitOfWork, CancellationToken, ValueTask<Decision<T>>> work, CancellationToken cancellationToken);

    /// <summary>
    /// Asks to be told the versions of every unit of work that this store commits, in their order, before the task of the unit ends. A unit that
    /// commits nothing, is rolled back, or whose outcome is unknown is not told; nor is what other processes commit, for which there is
    /// <see cref="ChangesAsync"/>.
    /// </summary>
    /// <param name="told">Must be quick and must not throw: whoever wrote waits for it.</param>
    void OnCommit(Action<IReadOnlyList<ResourceVersion>> told);

    /// <summary>Runs several reads on one unchanging state of the store.</summary>
    /// <param name="read">What to read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<T> ReadSnapshotAsync<T>(Func<IResourceReader, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken);

    /// <summary>
    /// The log of versions in an order that never changes afterwards: a version appears only when no earlier place can be filled any more.
    /// Whoever remembers the position of the last change read misses nothing. The versions of one resource come in their order.
    /// </summary>
    /// <param name="after">Position of the last change read; null for the start.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<LoggedChange>> ChangesAsync(ChangePosition? after, int limit, CancellationToken cancellationToken);

    /// <summary>The position behind every change that is visible now and settled.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ChangePosition> CurrentPositionAsync(CancellationToken cancellationToken);

    /// <summary>Replaces what searches find resources by; for when search parameters have changed. Reads and writes go on meanwhile.</summary>
    /// <param name="extract">Makes the index entries of one resource from its type and JSON.</param>
    /// <param name="progress">Told how many resources are done.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <returns>How many resources were indexed.</returns>
    Task<long> RebuildIndexAsync(
        Func<ResourceVersion, Indexing.IndexEntries> extract, IProgress<long>? progress, CancellationToken cancellationToken);

    /// <summary>Lets the database learn how values are spread, so that it plans searches well; for when much was stored at once.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task AnalyzeAsync(CancellationToken cancellationToken);

    /// <summary>Proves that the database answers.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task PingAsync(CancellationToken cancellationToken);
}
