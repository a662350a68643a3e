using System.Globalization;
using System.Text;
using System.Text.Json;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Tests.Compliance;

/// <summary>Fills a store with the resources of a topic: the last of the file first, so that answers come in the order of the file.</summary>
internal static class TopicLoading
{
    public static Task LoadAsync(IResourceStore store, SearchTopic topic) => store.CommitAsync([.. topic.Resources.Reverse().Select(Write)]);

    private static ResourceWrite Write(JsonElement resource)
    {
        var type = resource.GetProperty("resourceType").GetString()!;
        return new ResourceWrite
        {
            Key = new(type, resource.GetProperty("id").GetString()!),
            Version = 1,
            LastUpdated = LastUpdated(resource),
            Change = ResourceChange.CreateAs,
            Json = Encoding.UTF8.GetBytes(resource.GetRawText()),
            Index = TestSearch.Extractor.Extract(type, resource),
        };
    }

    private static DateTimeOffset LastUpdated(JsonElement resource)
        => resource.TryGetProperty("meta", out var meta) && meta.TryGetProperty("lastUpdated", out var text)
            ? DateTimeOffset.Parse(text.GetString()!, CultureInfo.InvariantCulture)
            : Version.Start;
}
