using System.Globalization;
using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Charts;

/// <summary>Resources without repetition: the same type and id counts once, in its newest version; what is hidden by a draft does not count at all.</summary>
public sealed class ResourceList
{
    private readonly List<JsonElement> _resources = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);

    /// <summary>The resources, in the order of their first mention.</summary>
    public IReadOnlyList<JsonElement> Resources => _resources;

    /// <summary>Keeps stored copies of this resource out: what is being signed is newer.</summary>
    public void Hide(JsonElement draft)
    {
        if (FhirJson.KeyOf(draft) is { } key)
        {
            _hidden.Add(key);
        }
    }

    /// <summary>Adds a resource unless it is here already. One without an id cannot be told apart from others and is kept.</summary>
    public void Add(JsonElement resource)
    {
        var key = FhirJson.KeyOf(resource);
        if (key is null)
        {
            _resources.Add(resource);
        }
        else if (_places.TryGetValue(key, out var place))
        {
            if (IsNewer(resource, _resources[place]))
            {
                _resources[place] = resource;
            }
        }
        else if (!_hidden.Contains(key))
        {
            _places.Add(key, _resources.Count);
            _resources.Add(resource);
        }
    }

    /// <summary>By version where servers count them, else by the instant of change. In doubt the copy seen first stays.</summary>
    private static bool IsNewer(JsonElement candidate, JsonElement known)
        => VersionOf(candidate) is { } version && VersionOf(known) is { } other ? version > other : UpdatedAt(candidate) > UpdatedAt(known);

    private static long? VersionOf(JsonElement resource)
        => FhirJson.Object(resource, "meta"u8) is { ValueKind: JsonValueKind.Object } meta
            && long.TryParse(FhirJson.Text(meta, "versionId"u8), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private static DateTimeOffset? UpdatedAt(JsonElement resource)
        => FhirJson.Object(resource, "meta"u8) is { ValueKind: JsonValueKind.Object } meta
            && FhirJson.Text(meta, "lastUpdated"u8) is { } text
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}
