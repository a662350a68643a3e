using System.IO.Compression;
using System.Text.Json;
using FhirNaltrexone.Server.Loading.Samples;
using FhirNaltrexone.Server.Tests.Support;

namespace FhirNaltrexone.Server.Tests.Loading.Samples;

/// <summary>The data set of the repository.</summary>
internal static class CommittedSet
{
    public const int Patients = 200;

    public static readonly DateTimeOffset Anchor = DateTimeOffset.Parse(SampleOptions.DefaultAnchor, System.Globalization.CultureInfo.InvariantCulture);

    private static readonly Lazy<byte[]> Unpacked = new(Unpack);
    private static readonly Lazy<IReadOnlyList<JsonElement>> Parsed = new(
        () => [.. Lines().Select(line => JsonDocument.Parse(line).RootElement)]);

    public static string Path => System.IO.Path.Combine(Repository.Root, "conformance/samples/naltrexone-200-patients.ndjson.gz");

    public static byte[] Bytes => Unpacked.Value;

    public static IReadOnlyList<JsonElement> Resources => Parsed.Value;

    public static IEnumerable<ReadOnlyMemory<byte>> Lines()
    {
        var rest = Bytes.AsMemory();
        while (rest.Span.IndexOf((byte)'\n') is var end and >= 0)
        {
            yield return rest[..end];
            rest = rest[(end + 1)..];
        }
    }

    public static IEnumerable<JsonElement> OfType(string type)
        => Resources.Where(resource => resource.GetProperty("resourceType").GetString() == type);

    private static byte[] Unpack()
    {
        using var file = new GZipStream(File.OpenRead(Path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
