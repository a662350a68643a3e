using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Charts;

/// <summary>The Medications at hand, and the Substances that may be their ingredients, by every address a reference may use.</summary>
public sealed class MedicationIndex
{
    private readonly Dictionary<string, JsonElement> _byAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (JsonElement Resource, bool HasOwnAddress)> _byKey = new(StringComparer.Ordinal);

    /// <summary>Adds a resource if it is of one of these types.</summary>
    public void Add(JsonElement resource, string? fullUrl)
    {
        if (!IsMedicine(resource))
        {
            return;
        }

        if (fullUrl is not null)
        {
            _byAddress.TryAdd(FhirJson.WithoutHistory(fullUrl), resource);
        }

        if (FhirJson.KeyOf(resource) is { } key)
        {
            _byKey.TryAdd(key, (resource, fullUrl?.StartsWith("http", StringComparison.Ordinal) == true));
        }
    }

    /// <summary>
    /// The resource that a reference of a resource names: contained, by address, or by type and id. An absolute reference is never answered by a
    /// resource that is known to live at another address.
    /// </summary>
    public JsonElement? Find(JsonElement resource, string reference)
    {
        if (reference.StartsWith('#'))
        {
            return Contained(resource, reference[1..]);
        }

        var address = FhirJson.WithoutHistory(reference);
        if (_byAddress.TryGetValue(address, out var located))
        {
            return located;
        }

        return KeyIn(address) is { } key && _byKey.TryGetValue(key, out var known) && (address == key || !known.HasOwnAddress)
            ? known.Resource
            : null;
    }

    private static bool IsMedicine(JsonElement resource) => FhirJson.IsType(resource, "Medication"u8) || FhirJson.IsType(resource, "Substance"u8);

    private static string? KeyIn(string address) => KeyIn(address, "Medication/") ?? KeyIn(address, "Substance/");

    private static string? KeyIn(string address, string type)
    {
        var start = address.LastIndexOf(type, StringComparison.Ordinal);
        return start == 0 || (start > 0 && address[start - 1] == '/') ? address[start..] : null;
    }

    private static JsonElement? Contained(JsonElement resource, string id)
    {
        var contained = FhirJson.Array(resource, "contained"u8);
        if (contained.ValueKind == JsonValueKind.Array)
        {
            foreach (var candidate in contained.EnumerateArray())
            {
                if (IsMedicine(candidate) && FhirJson.Text(candidate, "id"u8) == id)
                {
                    return candidate;
                }
            }
        }

        return null;
    }
}
