using FhirNaltrexone.Server.Conformance.Scripts;

namespace FhirNaltrexone.Server.Conformance.Running;

/// <summary>Type, id and version of a resource on a server.</summary>
/// <param name="Type">Type.</param>
/// <param name="Id">Logical id.</param>
/// <param name="Version">Version id; null when it is not known.</param>
internal readonly record struct ResourceAddress(string Type, string Id, string? Version)
{
    /// <summary>The address of what a document tells of: its Location tells it, or else the resource in it. Null when neither does.</summary>
    public static ResourceAddress? Of(Document document)
        => document.Header("Location") is { } location && Parse(location) is { } told ? told : OfResource(document);

    private static ResourceAddress? Parse(string location)
    {
        var parts = location.Split('?')[0].TrimEnd('/').Split('/');
        var history = Array.LastIndexOf(parts, "_history");
        var end = history < 0 ? parts.Length : history;
        return end < 2 ? null : new(parts[end - 2], parts[end - 1], history >= 0 && history + 1 < parts.Length ? parts[history + 1] : null);
    }

    private static ResourceAddress? OfResource(Document document)
        => document.Resource is { } resource && resource.Text("resourceType") is { } type && resource.Text("id") is { } id
            ? new(type, id, resource.Member("meta")?.Text("versionId"))
            : null;
}
