using System.Text.Json;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search;

namespace FhirNaltrexone.Server.Operations.Reading;

/// <summary>All profiles, tags and security labels in use (FHIR R4, $meta on a type and on the system).</summary>
internal sealed class MetaSummary
{
    private const int PageSize = 1_000;

    private readonly SortedSet<string> _profiles = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, JsonElement> _security = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, JsonElement> _tags = new(StringComparer.Ordinal);

    /// <summary>Reads all current resources of a type, or of all types.</summary>
    /// <returns>The summary; null when there are more resources than allowed.</returns>
    public static async ValueTask<MetaSummary?> ReadAsync(IResourceReader reader, string? type, int maxResources, CancellationToken cancellationToken)
    {
        var summary = new MetaSummary();
        var query = new SearchQuery { Types = type is null ? [] : [type], Count = PageSize };
        for (var read = 0; read < maxResources; read += PageSize)
        {
            var page = await reader.SearchAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var match in page.Matches) summary.Add(match);
            if (page.Next is null) return summary;
            query = query with { After = page.Next };
        }

        return null;
    }

    /// <summary>Writes a Meta.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (_profiles.Count > 0)
        {
            json.WriteStartArray("profile");
            foreach (var profile in _profiles) json.WriteStringValue(profile);
            json.WriteEndArray();
        }

        Write(json, "security", _security);
        Write(json, "tag", _tags);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, SortedDictionary<string, JsonElement> codings)
    {
        if (codings.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var coding in codings.Values) coding.WriteTo(json);
        json.WriteEndArray();
    }

    private void Add(ResourceVersion resource)
    {
        using var json = JsonDocument.Parse(resource.Json);
        if (!json.RootElement.TryGetProperty("meta", out var meta)) return;
        if (meta.TryGetProperty("profile", out var profiles)) _profiles.UnionWith(profiles.EnumerateArray().Select(profile => profile.GetString()!));
        Add(meta, "security", _security);
        Add(meta, "tag", _tags);
    }

    private static void Add(JsonElement meta, string name, SortedDictionary<string, JsonElement> codings)
    {
        if (!meta.TryGetProperty(name, out var list)) return;
        foreach (var coding in list.EnumerateArray())
        {
            var key = Codings.Key(coding);
            if (!codings.ContainsKey(key)) codings[key] = coding.Clone();
        }
    }
}
