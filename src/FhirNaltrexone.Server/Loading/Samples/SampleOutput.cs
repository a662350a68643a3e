using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Loading.Samples;

/// <summary>Writes resources as NDJSON: to one file, compressed if its name ends in <c>.gz</c>, or to a folder with one file for each type.</summary>
internal static class SampleOutput
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes all resources; files of those names are replaced.</summary>
    /// <param name="resources">What to write.</param>
    /// <param name="path">A file name that ends in <c>.ndjson</c> or <c>.ndjson.gz</c>, or else a folder.</param>
    /// <returns>How many resources of each type were written.</returns>
    public static IReadOnlyDictionary<string, int> Write(IEnumerable<JsonObject> resources, string path)
    {
        var isFile = path.EndsWith(".ndjson", StringComparison.Ordinal) || path.EndsWith(".ndjson.gz", StringComparison.Ordinal);
        Directory.CreateDirectory(isFile ? Path.GetDirectoryName(Path.GetFullPath(path))! : path);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var files = new Dictionary<string, Stream>(StringComparer.Ordinal);
        try
        {
            foreach (var resource in resources)
            {
                var type = resource["resourceType"]!.GetValue<string>();
                counts[type] = counts.GetValueOrDefault(type) + 1;
                var name = isFile ? path : Path.Combine(path, $"{type}.ndjson");
                if (!files.TryGetValue(name, out var file)) files[name] = file = Create(name);
                file.Write(Line(resource));
            }
        }
        finally
        {
            foreach (var file in files.Values)
            {
                file.Dispose();
            }
        }

        return counts;
    }

    /// <summary>A resource as line of NDJSON.</summary>
    public static byte[] Line(JsonObject resource) => [.. JsonSerializer.SerializeToUtf8Bytes(resource, Compact), (byte)'\n'];

    private static Stream Create(string name)
        => name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.Create(name), CompressionLevel.SmallestSize) : File.Create(name);
}
