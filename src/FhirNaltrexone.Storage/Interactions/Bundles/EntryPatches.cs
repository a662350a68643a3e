using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FhirNaltrexone.Storage.Interactions.Patching;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions.Bundles;

/// <summary>Reads the patches of entries: Parameters are a FHIRPath Patch, a Binary of type <c>application/json-patch+json</c> is a JSON Patch.</summary>
internal static class EntryPatches
{
    /// <summary>Reads a patch.</summary>
    /// <param name="content">Resource of the entry.</param>
    /// <param name="options">Limits.</param>
    /// <param name="edit">The patch.</param>
    /// <param name="refusal">Why there is none.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryRead(
        ResourceContent content, InteractionOptions options, [NotNullWhen(true)] out ResourceEdit? edit, [NotNullWhen(false)] out Refusal? refusal)
    {
        (edit, refusal) = content.Type switch
        {
            "Parameters" => FhirPathPatch.TryRead(content.Root, options, out var patch, out var defect) ? (patch, null) : (null, defect),
            "Binary" when JsonOf(content.Root) is { } json => JsonPatch.TryRead(json, options, out var patch, out var defect)
                ? ((ResourceEdit?)patch, (Refusal?)null)
                : (null, defect),
            _ => (null, new Refusal(
                400, IssueCodes.NotSupported, "A patch is Parameters (FHIRPath Patch), or a Binary of contentType application/json-patch+json with data.")),
        };
        return edit is not null;
    }

    private static byte[]? JsonOf(JsonElement binary)
        => binary.TryGetProperty("contentType", out var type) && type.ValueKind == JsonValueKind.String
            && type.GetString()!.StartsWith("application/json-patch+json", StringComparison.OrdinalIgnoreCase)
            && binary.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.String && data.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : null;
}
