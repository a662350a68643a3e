using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Storage.Interactions.Labels;

/// <summary>Writes meta into resources.</summary>
internal static class MetaJson
{
    /// <summary>As the texts of clients are written: nothing is escaped that need not be.</summary>
    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A resource with another meta, all else as it was.</summary>
    /// <param name="content">The resource, with meta or without.</param>
    /// <param name="meta">The new meta; empty to have none.</param>
    public static ReadOnlyMemory<byte> With(ResourceContent content, JsonObject meta)
    {
        if (meta.Count == 0) return Without(content.Json);
        var text = JsonSerializer.SerializeToUtf8Bytes(meta, Plain);
        if (content.Root.TryGetProperty("meta", out _)) return MetaStamp.Replace(content.Json, text);
        var start = content.Json.Span.IndexOf((byte)'{') + 1;
        return (byte[])[.. "{\"meta\":"u8, .. text, (byte)',', .. content.Json.Span[start..]];
    }

    private static ReadOnlyMemory<byte> Without(ReadOnlyMemory<byte> json)
    {
        var members = new JsonMembers(json);
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (start, isMeta) = ((int)reader.TokenStartIndex, reader.ValueTextEquals("meta"u8));
            reader.Read();
            reader.Skip();
            if (!isMeta) members.Add(start, (int)reader.BytesConsumed);
        }

        return (byte[])[(byte)'{', .. members.Text().Span, (byte)'}'];
    }
}
