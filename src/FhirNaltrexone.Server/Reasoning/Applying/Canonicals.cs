using System.Text.Json;
using FhirNaltrexone.Knowledge.Charts;

namespace FhirNaltrexone.Server.Reasoning.Applying;

/// <summary>The canonicals a definition names.</summary>
internal static class Canonicals
{
    /// <summary>Libraries.</summary>
    public static IEnumerable<string> Libraries(JsonElement definition)
        => Items(definition, "library"u8).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!);

    /// <summary>Definitions that its actions lead to, at any depth.</summary>
    public static IEnumerable<string> Definitions(JsonElement parent)
    {
        foreach (var action in Items(parent, "action"u8).Where(action => action.ValueKind == JsonValueKind.Object))
        {
            if (FhirJson.Text(action, "definitionCanonical"u8) is { } canonical) yield return canonical;
            foreach (var nested in Definitions(action)) yield return nested;
        }
    }

    /// <summary>Libraries that a Library depends on.</summary>
    public static IEnumerable<string> Dependencies(JsonElement library)
        => Items(library, "relatedArtifact"u8)
            .Where(related => related.ValueKind == JsonValueKind.Object && FhirJson.Text(related, "type"u8) == "depends-on")
            .Select(related => FhirJson.Text(related, "resource"u8)).OfType<string>();

    private static List<JsonElement> Items(JsonElement parent, ReadOnlySpan<byte> name)
        => FhirJson.Array(parent, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];
}
