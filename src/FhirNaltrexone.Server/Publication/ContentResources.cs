using System.Buffers;
using System.Text.Json;
using FhirNaltrexone.Knowledge;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Publication;

/// <summary>The resources to publish: those of the guide, each library with its ELM besides its CQL, so that others can run it without a translator.</summary>
internal static class ContentResources
{
    private const string Resources = "resources/";
    private const string Elm = "elm/";

    /// <summary>Reads them anew with each call: nothing is kept.</summary>
    public static Dictionary<ResourceKey, ReadOnlyMemory<byte>> Read()
    {
        var files = EmbeddedContent.Read().ToDictionary(file => file.Path, file => file.Content, StringComparer.Ordinal);
        return files.Where(file => file.Key.StartsWith(Resources, StringComparison.Ordinal)).Select(file => Complete(file.Value, files)).ToDictionary();
    }

    private static KeyValuePair<ResourceKey, ReadOnlyMemory<byte>> Complete(ReadOnlyMemory<byte> json, Dictionary<string, ReadOnlyMemory<byte>> files)
    {
        using var document = JsonDocument.Parse(json);
        var resource = document.RootElement;
        var key = new ResourceKey(resource.GetProperty("resourceType").GetString()!, resource.GetProperty("id").GetString()!);
        return new(key, key.Type == "Library" && files.TryGetValue($"{Elm}{key.Id}.json", out var elm) ? WithElm(resource, elm) : json);
    }

    private static ReadOnlyMemory<byte> WithElm(JsonElement library, ReadOnlyMemory<byte> elm)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var member in library.EnumerateObject())
            {
                if (member.NameEquals("content"u8)) WriteContent(writer, member.Value, elm);
                else member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteContent(Utf8JsonWriter writer, JsonElement attachments, ReadOnlyMemory<byte> elm)
    {
        writer.WriteStartArray("content"u8);
        foreach (var attachment in attachments.EnumerateArray()) attachment.WriteTo(writer);
        writer.WriteStartObject();
        writer.WriteString("contentType"u8, "application/elm+json"u8);
        writer.WriteBase64String("data"u8, Compact(elm));
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    // White space is half of the committed ELM.
    private static ReadOnlySpan<byte> Compact(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var buffer = new ArrayBufferWriter<byte>(json.Length);
        using (var writer = new Utf8JsonWriter(buffer)) document.RootElement.WriteTo(writer);
        return buffer.WrittenSpan;
    }
}
