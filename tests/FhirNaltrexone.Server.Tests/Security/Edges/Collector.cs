using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using FhirNaltrexone.Server.Tests.Security.Support;

namespace FhirNaltrexone.Server.Tests.Security.Edges;

/// <summary>Where traces and metrics are sent: it keeps every byte.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly KeyServer _server;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();

    private Collector(KeyServer server) => _server = server;

    public IEnumerable<(string Key, string Value)> Settings =>
    [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", new Uri(_server.Address).GetLeftPart(UriPartial.Authority)),
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
    ];

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector(await KeyServer.StartAsync());
        collector._server.Answer = async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            collector._received.Enqueue((context.Request.Path.Value!, body.ToArray()));
        };
        return collector;
    }

    /// <summary>What came to a path, as text: texts in protocol buffers are UTF-8.</summary>
    public string Text(string path) => string.Concat(_received.Where(one => one.Path == path).Select(one => Encoding.UTF8.GetString(Unpack(one.Body))));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static byte[] Unpack(byte[] body)
    {
        if (body is not [0x1f, 0x8b, ..]) return body;
        using var packed = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        packed.CopyTo(plain);
        return plain.ToArray();
    }
}
