using System.Text.Json.Nodes;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Tests.Loading;

/// <summary>Reads what a database holds.</summary>
internal static class StoredContent
{
    /// <summary>Version and content of all resources, time aside.</summary>
    public static async Task<Dictionary<ResourceKey, string>> ReadAsync(StorageOptions storage)
    {
        using var stores = ResourceStores.Open(storage, TimeProvider.System);
        var versions = await stores.Resources.HistoryAsync(new HistoryQuery { Limit = 100_000 }, TestContext.Current.CancellationToken);
        return versions.GroupBy(version => version.Key).ToDictionary(group => group.Key, group => Content(group.MaxBy(version => version.Version)!));
    }

    private static string Content(ResourceVersion version)
    {
        var json = JsonNode.Parse(version.Json.Span)!;
        json["meta"]!.AsObject().Remove("lastUpdated");
        return json.ToJsonString();
    }
}
