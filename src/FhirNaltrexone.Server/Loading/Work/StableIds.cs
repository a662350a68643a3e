using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Server.Loading.Work;

/// <summary>
/// Gives what a bundle creates ids that follow from the bundle, so that loading it twice, after a crash say, stores nothing twice: an entry
/// POST Type becomes PUT Type/id. Entries with ifNoneExist are safe already and stay.
/// </summary>
internal static class StableIds
{
    private const int IdLength = 32;
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bundle with ids; the same one when it creates nothing.</summary>
    public static ResourceContent Give(ResourceContent bundle)
    {
        if (!bundle.Root.TryGetProperty("entry", out var entries) || !entries.EnumerateArray().Any(Creates)) return bundle;

        var copy = JsonNode.Parse(bundle.Json.Span)!.AsObject();
        var digest = Convert.ToHexStringLower(SHA256.HashData(bundle.Json.Span));
        var index = 0;
        foreach (var entry in entries.EnumerateArray())
        {
            if (Creates(entry)) Give(copy["entry"]![index]!.AsObject(), Id(digest, index));
            index++;
        }

        ReadOnlyMemory<byte> json = JsonSerializer.SerializeToUtf8Bytes(copy, AsWritten);
        return bundle with { Json = json, Root = JsonDocument.Parse(json).RootElement };
    }

    private static bool Creates(JsonElement entry)
        => entry.TryGetProperty("request", out var request)
            && request.TryGetProperty("method", out var method) && method.ValueEquals("POST"u8)
            && request.TryGetProperty("url", out var url) && url.GetString() is { } type && !type.Contains('/', StringComparison.Ordinal)
            && !type.Contains('$', StringComparison.Ordinal)
            && !request.TryGetProperty("ifNoneExist", out _)
            && entry.TryGetProperty("resource", out _);

    private static string Id(string digest, int index)
        => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{digest}/{index}"))))[..IdLength];

    private static void Give(JsonObject entry, string id)
    {
        var request = entry["request"]!.AsObject();
        request["method"] = "PUT";
        request["url"] = $"{request["url"]!.GetValue<string>()}/{id}";
        entry["resource"]!["id"] = id;
    }
}
