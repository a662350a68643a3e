using System.Buffers;
using System.Text.Json;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>Deletions as Bulk Data 2.0 tells them: transaction Bundles with DELETE entries, one Bundle for each line.</summary>
internal static class DeletionBundles
{
    private const int EntriesPerBundle = 100;

    /// <summary>The lines.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Lines(IReadOnlyList<ResourceKey> deleted)
        => [.. deleted.Chunk(EntriesPerBundle).Select(Line)];

    private static ReadOnlyMemory<byte> Line(ResourceKey[] deleted)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", "transaction");
            json.WriteStartArray("entry");
            foreach (var key in deleted)
            {
                json.WriteStartObject();
                json.WriteStartObject("request");
                json.WriteString("method", "DELETE");
                json.WriteString("url", key.ToString());
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
