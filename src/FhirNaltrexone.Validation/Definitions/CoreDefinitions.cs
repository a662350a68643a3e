using System.IO.Compression;
using System.Reflection;
using System.Text.Json;

namespace FhirNaltrexone.Validation.Definitions;

/// <summary>
/// The definitions of FHIR R4 that travel inside the assembly (profiles/core): one resource per line. To begin quickly, only the head of each line
/// is read at first.
/// </summary>
internal static class CoreDefinitions
{
    private const string Name = "core.ndjson.gz";

    /// <summary>Room for the text, so that the buffer is not copied while it grows.</summary>
    private const int UsualSize = 10_500_000;

    /// <summary>All definitions.</summary>
    public static IReadOnlyList<Definition> Read()
    {
        var text = Unpack();
        var definitions = new List<Definition>(4_096);
        for (var start = 0; start < text.Length;)
        {
            var length = text.Span[start..].IndexOf((byte)'\n');
            if (length < 0) length = text.Length - start;
            if (length > 0) definitions.Add(Head(text.Slice(start, length)));
            start += length + 1;
        }

        return definitions;
    }

    private static ReadOnlyMemory<byte> Unpack()
    {
        using var packed = Assembly.GetExecutingAssembly().GetManifestResourceStream(Name)!;
        using var unpacking = new GZipStream(packed, CompressionMode.Decompress);
        using var text = new MemoryStream(UsualSize);
        unpacking.CopyTo(text, 1 << 17);
        return text.GetBuffer().AsMemory(0, (int)text.Length);
    }

    /// <summary>The script that makes the file writes resourceType, id, url and version first.</summary>
    private static Definition Head(ReadOnlyMemory<byte> line)
    {
        var reader = new Utf8JsonReader(line.Span);
        string? type = null, url = null, version = null;
        reader.Read();
        while (version is null && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("resourceType"u8)) type = Next(ref reader);
            else if (reader.ValueTextEquals("url"u8)) url = Next(ref reader);
            else if (reader.ValueTextEquals("version"u8)) version = Next(ref reader);
            else reader.Skip();
        }

        return new(type!, url!, version, () => JsonDocument.Parse(line).RootElement);
    }

    private static string Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString()!;
    }
}
