using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace FhirNaltrexone.Storage.Interactions.Patching;

/// <summary>Reads and writes the texts of patches and patched documents.</summary>
internal static class PatchJson
{
    // Content is at most 64 levels deep, and what a patch puts into it too.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    /// <summary>The document as UTF-8, characters as they are where JSON lets them.</summary>
    /// <param name="root">A document; null is written as such.</param>
    public static ReadOnlyMemory<byte> Write(JsonNode? root)
        => root is null ? "null"u8.ToArray() : JsonSerializer.SerializeToUtf8Bytes(root, Plain);

    /// <summary>A node of its own with the value.</summary>
    /// <param name="value">A value.</param>
    public static JsonNode? Node(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(value),
    };

    /// <summary>Whether all strings of a text can be read: valid UTF-8, and no half of a surrogate pair.</summary>
    /// <param name="json">JSON.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static bool HasOnlyCharacters(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json)) return false;
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped) reader.GetString();
            }
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        return true;
    }
}
