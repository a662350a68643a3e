using System.Buffers;
using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Operations.Jobs;
using FhirNaltrexone.Storage.Jobs;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Storage.Search.Requests;

namespace FhirNaltrexone.Server.Operations.Export;

/// <summary>Resources as lines.</summary>
internal static class ExportLines
{
    private static readonly SearchValues<byte> LineBreaks = SearchValues.Create("\r\n"u8);

    /// <summary>The resource in one line, with the elements wanted of its type.</summary>
    public static ReadOnlyMemory<byte> Line(ResourceVersion version, IReadOnlyList<string> elements)
    {
        var type = version.Key.Type;
        var wanted = elements.Where(element => !element.Contains('.', StringComparison.Ordinal) || element.StartsWith($"{type}.", StringComparison.Ordinal)).ToArray();
        if (wanted.Length == 0) return OneLine(version.Json);
        var buffer = new ArrayBufferWriter<byte>(version.Json.Length);
        using (var json = new Utf8JsonWriter(buffer)) new ResourceSubset(SummaryMode.False, wanted).Write(json, type, version.Json);
        return buffer.WrittenMemory;
    }

    /// <summary>
    /// The JSON in one line. Inside strings JSON has no bare line breaks: those there are only lay the text out.
    /// </summary>
    private static ReadOnlyMemory<byte> OneLine(ReadOnlyMemory<byte> json)
    {
        if (json.Span.IndexOfAny(LineBreaks) < 0) return json;
        var line = json.ToArray();
        line.AsSpan().ReplaceAny(LineBreaks, (byte)' ');
        return line;
    }

    /// <summary>Ids of all resources of a type that an export has written.</summary>
    public static async Task<HashSet<string>> IdsAsync(IJobStore jobs, string job, string type, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var files = await jobs.FilesAsync(job, cancellationToken).ConfigureAwait(false);
        foreach (var file in files.Where(file => file.Role == JobFileRole.Output && file.Type == type))
        {
            for (var part = 1; part <= file.Chunks; part++)
            {
                var chunk = await jobs.ReadChunkAsync(job, file.File, part, cancellationToken).ConfigureAwait(false);
                if (chunk is not null) ids.UnionWith(NdjsonChunks.Lines(chunk).Select(Id));
            }
        }

        return ids;
    }

    private static string Id(ReadOnlyMemory<byte> line)
    {
        var json = new Utf8JsonReader(line.Span);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1) continue;
            var isId = json.ValueTextEquals("id"u8);
            json.Read();
            if (isId) return json.GetString()!;
            json.Skip();
        }

        return string.Empty;
    }
}
