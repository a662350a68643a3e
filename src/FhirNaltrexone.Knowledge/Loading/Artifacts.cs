using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Loading;

/// <summary>The conformance resources of the content set, found by canonical URL.</summary>
internal sealed class Artifacts
{
    private readonly SortedDictionary<string, JsonElement> _byUrl = new(StringComparer.Ordinal);

    public static Artifacts Read(IEnumerable<ContentFile> files, ProblemList problems)
    {
        var artifacts = new Artifacts();
        foreach (var file in files)
        {
            if (ReadJson(file, problems) is { } resource)
            {
                artifacts.Add(file.Path, resource, problems);
            }
        }

        return artifacts;
    }

    /// <summary>All resources of one type, in the order of their URLs.</summary>
    public IEnumerable<(string Url, JsonElement Resource)> OfType(string type)
        => _byUrl.Where(pair => pair.Value.Text("resourceType") == type).Select(pair => (pair.Key, pair.Value));

    /// <summary>Resolves a canonical reference; a version after <c>|</c> must be the version of the resource.</summary>
    public JsonElement? Resolve(string? canonical, string type)
    {
        var parts = (canonical ?? string.Empty).Split('|', 2);
        return _byUrl.TryGetValue(parts[0], out var resource)
            && resource.Text("resourceType") == type
            && (parts.Length == 1 || resource.Text("version") == parts[1])
            ? resource
            : null;
    }

    private static JsonElement? ReadJson(ContentFile file, ProblemList problems)
    {
        try
        {
            // No options: MaxDepth 64 is the limit for everything that comes from a file.
            return JsonElement.Parse(file.Content.Span);
        }
        catch (JsonException e)
        {
            problems.Add(file.Path, $"is not JSON: {e.Message}");
            return null;
        }
    }

    private void Add(string path, JsonElement resource, ProblemList problems)
    {
        // Examples and other resources without url are part of the guide, not of the running service.
        if (resource.Text("url") is { } url && !_byUrl.TryAdd(url, resource))
        {
            problems.Add(path, $"repeats the canonical URL {url}");
        }
    }
}
