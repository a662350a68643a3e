using System.Text.Json;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Indexing.Paths;

/// <summary>What <c>resolve() is Type</c> means without resolving: the type that a reference names.</summary>
internal static class ReferenceTypes
{
    /// <summary>
    /// Whether the reference says that its target is of the type: by its URL, by the contained resource it points to, or, when neither tells, by
    /// <c>Reference.type</c>.
    /// </summary>
    public static bool Is(JsonElement reference, PathContext context, string type)
    {
        if (reference.ValueKind == JsonValueKind.String) return Named(reference.SafeText(), context) == type;
        if (Named(reference.Text("reference"u8), context) is { } named) return named == type;
        return reference.Text("type"u8) == type;
    }

    private static string? Named(string? url, PathContext context)
    {
        if (url is null) return null;
        return url.StartsWith('#') ? context.Contained(url[1..])?.Text("resourceType"u8) : OfUrl(url);
    }

    private static string? OfUrl(string url)
    {
        var end = url.IndexOf("/_history/", StringComparison.Ordinal);
        var path = end < 0 ? url.AsSpan() : url.AsSpan(0, end);
        var slash = path.LastIndexOf('/');
        if (slash <= 0) return null;
        var before = path[..slash];
        var name = before[(before.LastIndexOf('/') + 1)..].ToString();
        return ResourceTypes.Contains(name) ? name : null;
    }
}
