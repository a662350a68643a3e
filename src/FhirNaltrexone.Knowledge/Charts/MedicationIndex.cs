using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Charts;

/// <summary>The Medication resources at hand, by every address a reference may use.</summary>
public sealed class MedicationIndex
{
    private readonly Dictionary<string, JsonElement> _byAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (JsonElement Medication, bool HasOwnAddress)> _byKey = new(StringComparer.Ordinal);

    /// <summary>Adds a resource if it is a Medication.</summary>
    public void Add(JsonElement resource, string? fullUrl)
    {
        if (!FhirJson.IsType(resource, "Medication"u8))
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
    /// The Medication a reference of a resource names: contained, by address, or by type and id. An absolute reference is never answered by a
    /// resource that is known to live at another address.
    /// </summary>
    public JsonElement? Find(JsonElement resource, string reference)
    {
        if (reference.StartsWith('#'))
        {
            return Contained(resource, reference[1..]);
        }

        var address = FhirJson.WithoutHistory(reference);
        if (_byAddress.TryGetValue(address, out var medication))
        {
            return medication;
        }

        return KeyIn(address) is { } key && _byKey.TryGetValue(key, out var known) && (address == key || !known.HasOwnAddress)
            ? known.Medication
            : null;
    }

    private static string? KeyIn(string address)
    {
        const string Type = "Medication/";
        var start = address.LastIndexOf(Type, StringComparison.Ordinal);
        return start == 0 || (start > 0 && address[start - 1] == '/') ? address[start..] : null;
    }

    private static JsonElement? Contained(JsonElement resource, string id)
    {
        var contained = FhirJson.Array(resource, "contained"u8);
        if (contained.ValueKind == JsonValueKind.Array)
        {
            foreach (var candidate in contained.EnumerateArray())
            {
                if (FhirJson.IsType(candidate, "Medication"u8) && FhirJson.Text(candidate, "id"u8) == id)
                {
                    return candidate;
                }
            }
        }

        return null;
    }
}
