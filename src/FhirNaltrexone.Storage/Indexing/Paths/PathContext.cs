using System.Text.Json;

namespace FhirNaltrexone.Storage.Indexing.Paths;

/// <summary>The resource that paths are evaluated on.</summary>
internal sealed class PathContext(JsonElement resource)
{
    private Dictionary<string, JsonElement>? _contained;

    public JsonElement Resource => resource;

    /// <summary>The contained resource with an id, or null. All are listed once, so that many references cost no more than many resources.</summary>
    public JsonElement? Contained(string id) => (_contained ??= List()).TryGetValue(id, out var found) ? found : null;

    private Dictionary<string, JsonElement> List()
    {
        var list = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var candidate in resource.Items("contained"u8))
        {
            if (candidate.Text("id"u8) is { } id) list.TryAdd(id, candidate);
        }

        return list;
    }
}
