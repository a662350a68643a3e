using System.Net.Sockets;
using System.Text;

namespace FhirNaltrexone.Server.Tests.Hostile.Fhir;

/// <summary>What no HTTP client sends: bytes that break HTTP itself. The web server may close the connection, or answer 4xx.</summary>
[Collection(OneFhirProcess.Name)]
public sealed class RawFhirTests(FhirProcess process)
{
    private const string Head = " /fhir/Patient HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/fhir+json\r\n";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static TheoryData<string, string> Requests => new()
    {
        { "a body shorter than it says", $"POST{Head}Content-Length: 100\r\n\r\n{{\"resourceType\"" },
        { "a body longer than it says", $"POST{Head}Content-Length: 5\r\nConnection: close\r\n\r\n{{\"resourceType\":\"Patient\"}}" },
        { "a negative length", $"POST{Head}Content-Length: -1\r\n\r\n{{}}" },
        { "a length that is a fruit", $"POST{Head}Content-Length: banana\r\n\r\n{{}}" },
        { "two lengths", $"POST{Head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{{}}" },
        { "a length of 20 digits", $"POST{Head}Content-Length: 99999999999999999999\r\n\r\n{{}}" },
        { "a length of 8 TB", $"POST{Head}Content-Length: 8796093022208\r\nConnection: close\r\n\r\n{{}}" },
        { "a length and chunks", $"POST{Head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n" },
        { "a chunk of no size", $"POST{Head}Transfer-Encoding: chunked\r\n\r\nbanana\r\n{{}}\r\n0\r\n\r\n" },
        { "a chunk of all sizes", $"POST{Head}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n{{}}" },
        { "chunks without end", $"POST{Head}Transfer-Encoding: chunked\r\n\r\n2\r\n{{}}\r\n" },
        { "a bundle without end", "POST /fhir HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/fhir+json\r\nTransfer-Encoding: chunked\r\n\r\n26\r\n{\"resourceType\":\"Bundle\",\"type\":\"batch\"\r\n" },
        { "an unknown transfer encoding", $"POST{Head}Transfer-Encoding: banana\r\n\r\n{{}}" },
        { "U+0000 in a header", "GET /fhir/Patient/hostile HTTP/1.1\r\nHost: localhost\r\nAccept: a\0b\r\nConnection: close\r\n\r\n" },
        { "U+0000 in the address", "GET /fhir/Patient/\0 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" },
        { "a header without name", "GET /fhir/Patient/hostile HTTP/1.1\r\nHost: localhost\r\n: x\r\nConnection: close\r\n\r\n" },
        { "no host", "GET /fhir/Patient/hostile HTTP/1.1\r\nConnection: close\r\n\r\n" },
        { "a host that is none", "GET /fhir/Patient/hostile HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n" },
        { "another host", "GET /fhir/Patient?_count=1 HTTP/1.1\r\nHost: evil.example.org\r\nConnection: close\r\n\r\n" },
        { "a version nobody speaks", "GET /fhir/Patient/hostile HTTP/9.9\r\nHost: localhost\r\n\r\n" },
        { "an address with a scheme", "GET http://evil.example.org/fhir/Patient/hostile HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" },
        { "only line ends", "\r\n\r\n\r\n\r\n" },
        { "noise", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\r\n\r\n" },
        { "a word", "HELO x\r\n\r\n" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Bytes_that_break_HTTP_end_at_most_their_connection(string what, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(process.Server.Address.Host, process.Server.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        socket.Client.Shutdown(SocketShutdown.Send);

        var answer = await ReadAsync(stream);

        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 2", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 505", StringComparison.Ordinal), answer);
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
        await process.AssertWellAsync(what);
    }

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        using var time = new CancellationTokenSource(Patience);
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, time.Token);
        }
        catch (IOException)
        {
            // The server reset the connection: that is an answer, too.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }
}
