using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>Applies edits and checks what comes out: a well-formed resource, the same one, not too large.</summary>
/// <param name="reader">Reads the result.</param>
/// <param name="preparation">Makes it ready.</param>
/// <param name="options">Limits.</param>
internal sealed class EditedContent(ContentReader reader, ContentPreparation preparation, InteractionOptions options)
{
    /// <summary>Applies an edit to a version.</summary>
    /// <param name="current">The version, not a deletion.</param>
    /// <param name="edit">The edit.</param>
    /// <param name="prepared">The new content.</param>
    /// <param name="refusal">Why there is none.</param>
    /// <returns>Whether there is.</returns>
    public bool TryPrepare(
        ResourceVersion current, ResourceEdit edit, [NotNullWhen(true)] out PreparedContent? prepared, [NotNullWhen(false)] out Refusal? refusal)
    {
        prepared = null;
        if (!edit.TryApply(current.Json, out var json, out refusal)) return false;
        if (json.Length > options.MaxResourceBytes)
        {
            refusal = new(413, IssueCodes.TooLong, $"The patched resource would have more than {options.MaxResourceBytes} bytes.");
            return false;
        }

        var reading = reader.FromJson(json);
        if (reading.Content is not { } content)
        {
            refusal = new(422, reading.Issues);
            return false;
        }

        refusal = ChangedIdentity(current, content);
        return refusal is null && preparation.TryPrepare(content, out prepared, out refusal);
    }

    private static Refusal? ChangedIdentity(ResourceVersion current, ResourceContent content)
    {
        if (content.Type != current.Key.Type || content.Id != current.Key.Id) return Immutable("type or id");
        if (!content.Root.TryGetProperty("meta", out var meta) || meta.ValueKind != JsonValueKind.Object) return null;
        using var before = JsonDocument.Parse(current.Json);
        var old = before.RootElement.GetProperty("meta");
        return Changed(old, meta, "versionId") ? Immutable("meta.versionId")
            : Changed(old, meta, "lastUpdated") ? Immutable("meta.lastUpdated")
            : null;
    }

    private static Refusal Immutable(string what)
        => new(422, IssueCodes.BusinessRule, $"A patch must not change the {what} of a resource.");

    private static bool Changed(JsonElement before, JsonElement after, string member)
        => after.TryGetProperty(member, out var value)
            && !(before.TryGetProperty(member, out var old) && JsonElement.DeepEquals(old, value));
}
