using System.Collections.Immutable;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Testing.Reference;

/// <summary>A resource with all its versions, oldest first, and what it is found by.</summary>
/// <param name="Versions">At least one.</param>
/// <param name="Index">Entries of the newest version.</param>
internal sealed record StoredResource(ImmutableList<ResourceVersion> Versions, IndexEntries Index)
{
    public ResourceVersion Newest => Versions[^1];

    public ResourceKey Key => Newest.Key;

    public long Number => Newest.Number;

    public long LastUpdated => Newest.LastUpdated.ToUnixTimeMilliseconds();
}
