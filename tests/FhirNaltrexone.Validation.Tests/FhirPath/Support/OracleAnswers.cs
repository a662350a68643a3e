using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FhirNaltrexone.Validation.Tests.FhirPath.Support;

/// <summary>What fhirpath.js answered (conformance/fhirpath, made by profiles/tools/fhirpath), with the resources it was asked about.</summary>
/// <param name="Engine">Name and version.</param>
/// <param name="Hashes">SHA-256 of the files the resources were read from, then and now.</param>
/// <param name="Resources">The resources and their answers by name of the invariant.</param>
internal sealed record OracleAnswers(
    string Engine, IReadOnlyDictionary<string, (string Then, string Now)> Hashes, IReadOnlyList<(JsonElement Resource, JsonElement Answers)> Resources)
{
    public static OracleAnswers Read(string root)
    {
        var lines = Lines(Path.Combine(root, "conformance", "fhirpath", "answers.ndjson.gz")).Select(Json).ToList();
        var texts = lines[0].GetProperty("files").EnumerateObject().ToDictionary(file => file.Name, file => Text(Path.Combine(root, file.Name)));
        var hashes = lines[0].GetProperty("files").EnumerateObject()
            .ToDictionary(file => file.Name, file => (file.Value.GetString()!, Convert.ToHexStringLower(SHA256.HashData(texts[file.Name]))));
        var resources = texts.ToDictionary(file => file.Key, file => Finder(file.Key, file.Value));
        return new(
            lines[0].GetProperty("engine").GetString()!,
            hashes,
            [.. lines.Skip(1).Select(line => (resources[line.GetProperty("source").GetString()!](line.GetProperty("at").GetInt32()), line.GetProperty("answers")))]);
    }

    /// <summary>Finds a resource of a file by its place: one a line, those of an array, or the only one.</summary>
    private static Func<int, JsonElement> Finder(string name, byte[] text)
    {
        if (name.EndsWith(".gz", StringComparison.Ordinal))
        {
            var lines = Encoding.UTF8.GetString(text).Split('\n');
            return at => Json(lines[at]);
        }

        var content = JsonDocument.Parse(text).RootElement;
        return at => content.ValueKind == JsonValueKind.Array ? content[at] : content;
    }

    private static byte[] Text(string file)
    {
        if (!file.EndsWith(".gz", StringComparison.Ordinal)) return File.ReadAllBytes(file);
        using var unpacking = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var text = new MemoryStream();
        unpacking.CopyTo(text);
        return text.ToArray();
    }

    private static string[] Lines(string file)
        => Encoding.UTF8.GetString(Text(file)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static JsonElement Json(string line) => JsonDocument.Parse(line).RootElement;
}
