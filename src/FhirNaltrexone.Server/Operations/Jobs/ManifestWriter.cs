using System.Text.Json;
using FhirNaltrexone.Storage.Jobs;

namespace FhirNaltrexone.Server.Operations.Jobs;

/// <summary>Parts of a manifest (Bulk Data 2.0, complete status).</summary>
internal static class ManifestWriter
{
    private const string Json = "application/json";

    /// <summary>Writes a manifest.</summary>
    public static Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> write) => WriteAsync(context, Json, write);

    /// <summary>Writes one object under a media type.</summary>
    public static async Task WriteAsync(HttpContext context, string mediaType, Action<Utf8JsonWriter> write)
    {
        context.Response.ContentType = mediaType;
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Writes the list of files with one role.</summary>
    public static void Write(Utf8JsonWriter json, string name, IEnumerable<JobFile> files, Func<JobFile, string> address)
    {
        json.WriteStartArray(name);
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("type", file.Type);
            json.WriteString("url", address(file));
            json.WriteNumber("count", file.Lines);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
