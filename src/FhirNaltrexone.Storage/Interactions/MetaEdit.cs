using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Storage.Interactions.Labels;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>
/// <c>$meta-add</c> and <c>$meta-delete</c>: adds profiles, tags and security labels to a resource or takes them away. R4 leaves open whether that makes
/// a version; here it does, for a version once stored never changes. What is there already, or is not, changes nothing and makes none.
/// </summary>
public sealed class MetaEdit : ResourceEdit
{
    private static readonly string[] Lists = ["profile", "security", "tag"];

    private readonly JsonElement _meta;
    private readonly bool _isRemoval;

    private MetaEdit(JsonElement meta, bool isRemoval)
    {
        _meta = meta;
        _isRemoval = isRemoval;
    }

    internal override ResourceChange Change => ResourceChange.Update;

    /// <summary>Reads the input of the operations: Parameters with a parameter <c>meta</c>.</summary>
    /// <param name="parameters">A Parameters resource.</param>
    /// <param name="isRemoval">Whether labels are taken away rather than added.</param>
    /// <param name="edit">The edit.</param>
    /// <param name="refusal">Why there is none.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryRead(
        JsonElement parameters, bool isRemoval, [NotNullWhen(true)] out MetaEdit? edit, [NotNullWhen(false)] out Refusal? refusal)
    {
        edit = null;
        refusal = null;
        if (parameters.ValueKind == JsonValueKind.Object
            && parameters.TryGetProperty("parameter", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (var parameter in list.EnumerateArray())
            {
                if (parameter.ValueKind != JsonValueKind.Object) continue;
                if (!parameter.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String || !name.ValueEquals("meta"u8)) continue;
                if (!parameter.TryGetProperty("valueMeta", out var meta) || meta.ValueKind != JsonValueKind.Object) continue;
                edit = new(meta.Clone(), isRemoval);
                return true;
            }
        }

        refusal = new(400, IssueCodes.Required, "The operation needs Parameters with a parameter named meta that has a valueMeta.");
        return false;
    }

    internal override bool TryApply(ReadOnlyMemory<byte> json, out ReadOnlyMemory<byte> edited, [NotNullWhen(false)] out Refusal? refusal)
    {
        refusal = null;
        using var document = JsonDocument.Parse(json);
        var meta = JsonObject.Create(document.RootElement.GetProperty("meta"))!;
        foreach (var list in Lists)
        {
            if (_meta.TryGetProperty(list, out var items) && items.ValueKind == JsonValueKind.Array) Apply(meta, list, items);
        }

        edited = MetaStamp.Replace(json, JsonSerializer.SerializeToUtf8Bytes(meta, MetaJson.Plain));
        return true;
    }

    private void Apply(JsonObject meta, string list, JsonElement items)
    {
        var present = meta[list] as JsonArray ?? [];
        foreach (var item in items.EnumerateArray())
        {
            var same = present.Where(other => IsSame(other, item)).ToList();
            if (!_isRemoval && same.Count == 0) present.Add(JsonSerializer.SerializeToNode(item));
            if (_isRemoval) same.ForEach(other => present.Remove(other));
        }

        if (present.Count == 0) meta.Remove(list);
        else if (present.Parent is null) meta[list] = present;
    }

    // Labels are the same when system and code are; profiles when the canonical is.
    private static bool IsSame(JsonNode? present, JsonElement item) => (present, item.ValueKind) switch
    {
        (JsonValue value, JsonValueKind.String) => value.TryGetValue<string>(out var text) && item.ValueEquals(text),
        (JsonObject coding, JsonValueKind.Object) => IsSame(coding, item, "system") && IsSame(coding, item, "code"),
        _ => false,
    };

    private static bool IsSame(JsonObject coding, JsonElement item, string member)
    {
        var has = item.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String;
        return coding[member] is JsonValue present && present.TryGetValue<string>(out var text) ? has && value.ValueEquals(text) : !has;
    }
}
