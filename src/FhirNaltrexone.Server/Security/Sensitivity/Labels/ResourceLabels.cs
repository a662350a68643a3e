using System.Text.Json;

namespace FhirNaltrexone.Server.Security.Sensitivity.Labels;

/// <summary>Reads the codings in the meta of resources.</summary>
internal static class ResourceLabels
{
    /// <summary>Security labels of a resource, as they stand there.</summary>
    public static IEnumerable<JsonElement> Security(JsonElement resource) => Codings(resource, "security");

    /// <summary>Codings of one list of meta.</summary>
    /// <param name="resource">A resource.</param>
    /// <param name="list"><c>security</c> or <c>tag</c>.</param>
    public static IEnumerable<JsonElement> Codings(JsonElement resource, string list)
        => resource.ValueKind == JsonValueKind.Object
            && resource.TryGetProperty("meta", out var meta) && meta.ValueKind == JsonValueKind.Object
            && meta.TryGetProperty(list, out var codings) && codings.ValueKind == JsonValueKind.Array
            ? codings.EnumerateArray().Where(coding => coding.ValueKind == JsonValueKind.Object)
            : [];

    /// <summary>A text member; null when it is none.</summary>
    public static string? Text(JsonElement element, string member)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>The resources in the entries of a Bundle, and in the Parameters; none for other types.</summary>
    public static IEnumerable<JsonElement> Nested(JsonElement resource)
    {
        var list = Text(resource, "resourceType") switch { "Bundle" => "entry", "Parameters" => "parameter", _ => null };
        if (list is null || !resource.TryGetProperty(list, out var items) || items.ValueKind != JsonValueKind.Array) yield break;
        foreach (var item in items.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("resource", out var inner) && inner.ValueKind == JsonValueKind.Object)
                yield return inner;
        }
    }
}
