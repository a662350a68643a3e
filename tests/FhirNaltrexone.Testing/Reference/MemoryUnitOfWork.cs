using FhirNaltrexone.Storage.Audit;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Tokens;

namespace FhirNaltrexone.Testing.Reference;

/// <summary>One write transaction of the reference model. There is only one at a time, so that locks need not do anything.</summary>
internal sealed class MemoryUnitOfWork(MemoryState state) : MemoryResourceReader, IUnitOfWork
{
    /// <summary>The versions this unit has written, in order.</summary>
    public List<ResourceVersion> Versions { get; } = [];

    /// <summary>The state as this unit has written it so far.</summary>
    public MemoryState Written { get; private set; } = state;

    private protected override MemoryState State => Written;

    public ValueTask SerializeAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask<IReadOnlyDictionary<ResourceKey, ResourceVersion>> LockAsync(
        IReadOnlyCollection<ResourceKey> keys, CancellationToken cancellationToken)
        => (await ReadManyAsync(keys, cancellationToken)).ToDictionary(version => version.Key);

    public ValueTask<IReadOnlyList<ResourceVersion>> WriteAsync(IReadOnlyList<ResourceWrite> writes, CancellationToken cancellationToken)
    {
        Written = writes.Aggregate(Written, (state, write) => state.With(write));
        ResourceVersion[] versions = [.. writes.Select(write => Written.Find(write.Key)!.Newest)];
        Versions.AddRange(versions);
        return new(versions);
    }

    public ValueTask ChainAsync(IReadOnlyList<ResourceVersion> events, AuditSeal seal, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<bool> TryUseAsync(OneTimeToken token, CancellationToken cancellationToken)
        => throw new NotSupportedException("The reference lets nobody in.");

    public ValueTask<long> ReindexAsync(IReadOnlyList<(ResourceVersion Version, IndexEntries Entries)> resources, CancellationToken cancellationToken)
        => throw new NotSupportedException("The reference searches without index.");

    public ValueTask<int> PurgeHistoryAsync(ResourceKey key, CancellationToken cancellationToken)
    {
        if (Written.Find(key) is not { } resource) return new(0);
        Written = Written.With(resource with { Versions = [resource.Newest] });
        return new(resource.Versions.Count - 1);
    }
}
