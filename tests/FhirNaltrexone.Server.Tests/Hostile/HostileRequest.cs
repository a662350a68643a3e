using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace FhirNaltrexone.Server.Tests.Hostile;

/// <summary>One broken or hostile request and what must become of it.</summary>
internal sealed record HostileRequest(string Name, Expected Expected, byte[] Body)
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public HostileRequest(string name, Expected expected, string body)
        : this(name, expected, Encoding.UTF8.GetBytes(body))
    {
    }

    public HostileRequest(string name, Expected expected, JsonNode body)
        : this(name, expected, body.ToJsonString())
    {
    }

    public string Method { get; init; } = "POST";

    public string Path { get; init; } = "/cds-services/" + ConformanceCall.StartSafety;

    public string ContentType { get; init; } = "application/json";

    public string? ContentEncoding { get; init; }

    public bool IsChunked { get; init; }

    /// <summary>The message, with path and headers exactly as the case writes them.</summary>
    public HttpRequestMessage To(Uri server)
    {
        var content = new ByteArrayContent(Body);
        content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        if (ContentEncoding is not null)
        {
            content.Headers.ContentEncoding.Add(ContentEncoding);
        }

        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(server.GetLeftPart(UriPartial.Authority) + Path, AsWritten))
        {
            Content = content,
        };
        message.Headers.TransferEncodingChunked = IsChunked;
        message.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("application/json"));
        return message;
    }
}
