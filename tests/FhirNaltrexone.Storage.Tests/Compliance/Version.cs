using System.Text;
using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>Makes versions to be stored.</summary>
internal static class Version
{
    /// <summary>When the first versions are written, unless said otherwise.</summary>
    public static DateTimeOffset Start { get; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The first version of a resource.</summary>
    public static ResourceWrite First(ResourceKey key, IndexEntries? index = null, DateTimeOffset? at = null)
        => Make(key, 1, ResourceChange.Create, index, at);

    /// <summary>The version after another.</summary>
    public static ResourceWrite After(ResourceVersion version, IndexEntries? index = null, DateTimeOffset? at = null)
        => Make(version.Key, version.Version + 1, version.IsDeleted ? ResourceChange.CreateAs : ResourceChange.Update, index, at ?? Later(version));

    /// <summary>The deletion after a version.</summary>
    public static ResourceWrite Deletion(ResourceVersion version, DateTimeOffset? at = null)
        => Make(version.Key, version.Version + 1, ResourceChange.Delete, null, at ?? Later(version)) with { Json = ReadOnlyMemory<byte>.Empty };

    public static ResourceWrite Make(ResourceKey key, int version, ResourceChange change, IndexEntries? index = null, DateTimeOffset? at = null) => new()
    {
        Key = key,
        Version = version,
        LastUpdated = at ?? Start.AddSeconds(version),
        Change = change,
        Json = Encoding.UTF8.GetBytes($$"""{"resourceType":"{{key.Type}}","id":"{{key.Id}}","meta":{"versionId":"{{version}}"} }"""),
        Index = index ?? IndexEntries.Empty,
    };

    private static DateTimeOffset Later(ResourceVersion version) => version.LastUpdated.AddSeconds(1);
}
