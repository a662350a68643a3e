using System.Text.Json;

namespace FhirNaltrexone.Validation.Definitions;

/// <summary>One conformance resource; its text is parsed when it is asked for the first time.</summary>
/// <param name="type">Resource type.</param>
/// <param name="url">Canonical URL, without version.</param>
/// <param name="version">Business version; null when there is none.</param>
/// <param name="read">Gives the resource.</param>
internal sealed class Definition(string type, string url, string? version, Func<JsonElement> read)
{
    // Some code systems of R4 itself (older versions of v2 tables) have the version behind a bar within their URL.
    private readonly Canonical _canonical = Canonical.Parse(url);
    private readonly Lazy<JsonElement> _resource = new(read);

    public string Type => type;

    public string Url => _canonical.Url;

    public string? Version => _canonical.Version ?? version;

    public JsonElement Resource => _resource.Value;

    /// <summary>The definition a resource is; null when it has no type or canonical URL and so cannot be found by one.</summary>
    /// <param name="resource">Any JSON.</param>
    public static Definition? Of(JsonElement resource)
        => resource.ValueKind == JsonValueKind.Object && Text(resource, "resourceType") is { } type && Text(resource, "url") is { } url
            ? new(type, url, Text(resource, "version"), () => resource)
            : null;

    private static string? Text(JsonElement resource, string name)
        => resource.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
