using System.Text.Json;

namespace FhirNaltrexone.Server.Validation.Operations;

/// <summary>What resources name that a StructureDefinition may stand behind: profiles they claim to meet, and extensions.</summary>
internal static class NamedDefinitions
{
    /// <summary>The canonicals in a resource and in those within it, be they contained, of a Bundle or of Parameters; each once.</summary>
    /// <param name="resource">A resource that has passed the guards.</param>
    public static IReadOnlyCollection<string> Of(JsonElement resource)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Collect(resource, names);
        return names;
    }

    private static void Collect(JsonElement json, HashSet<string> names)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray()) Collect(item, names);
        }

        if (json.ValueKind != JsonValueKind.Object) return;
        foreach (var member in json.EnumerateObject())
        {
            if (member.NameEquals("meta")) Add(member.Value, "profile", names);
            else if (member.NameEquals("extension") || member.NameEquals("modifierExtension")) Add(member.Value, "url", names);
            Collect(member.Value, names);
        }
    }

    // Names without scheme are parts of extensions.
    private static void Add(JsonElement holder, string name, HashSet<string> names)
    {
        if (holder.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in holder.EnumerateArray()) Add(item, name, names);
        }
        else if (holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var value))
        {
            IEnumerable<JsonElement> texts = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
            foreach (var text in texts)
            {
                if (text.ValueKind == JsonValueKind.String && text.GetString() is { } canonical && canonical.Contains(':', StringComparison.Ordinal)) names.Add(canonical);
            }
        }
    }
}
