using System.Collections.Immutable;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Testing.Reference;

/// <summary>The whole store at one moment; never changes. A write makes another one.</summary>
internal sealed record MemoryState
{
    public static MemoryState Empty { get; } = new();

    public ImmutableDictionary<ResourceKey, StoredResource> Resources { get; private init; } = ImmutableDictionary<ResourceKey, StoredResource>.Empty;

    private long LastNumber { get; init; }

    private long LastSequence { get; init; }

    /// <summary>Resources that are not deleted.</summary>
    public IEnumerable<StoredResource> Current => Resources.Values.Where(resource => !resource.Newest.IsDeleted);

    public IEnumerable<ResourceVersion> Versions => Resources.Values.SelectMany(resource => resource.Versions);

    public StoredResource? Find(ResourceKey key) => Resources.GetValueOrDefault(key);

    /// <summary>The current resource with a key; null for a deleted one.</summary>
    public StoredResource? FindCurrent(ResourceKey key) => Find(key) is { Newest.IsDeleted: false } resource ? resource : null;

    public MemoryState With(ResourceWrite write)
    {
        var before = Find(write.Key);
        if (write.Version != (before?.Newest.Version ?? 0) + 1)
        {
            throw new StorageException(StorageErrorCode.Conflict, "Another version was stored first.");
        }

        var version = new ResourceVersion
        {
            Key = write.Key,
            Number = before?.Number ?? LastNumber + 1,
            Version = write.Version,
            Sequence = LastSequence + 1,
            LastUpdated = write.LastUpdated.ToUniversalTime(),
            Change = write.Change,
            Json = write.Json,
        };
        return this with
        {
            Resources = Resources.SetItem(write.Key, new StoredResource((before?.Versions ?? []).Add(version), write.Index)),
            LastNumber = Math.Max(LastNumber, version.Number),
            LastSequence = version.Sequence,
        };
    }

    public MemoryState With(StoredResource resource) => this with { Resources = Resources.SetItem(resource.Key, resource) };
}
