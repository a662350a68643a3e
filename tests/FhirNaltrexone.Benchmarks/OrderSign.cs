using System.Text;
using System.Text.Json;

namespace FhirNaltrexone.Benchmarks;

/// <summary>The request of the CDS benchmarks: a draft of naltrexone beside oxycodone.</summary>
internal static class OrderSign
{
    /// <summary>Id of the service it is sent to.</summary>
    public const string Service = "naltrexone-start-safety";

    /// <summary>Its body, without white space.</summary>
    public static byte[] Body { get; } = ReadBody();

    /// <summary>A request as bytes of HTTP.</summary>
    /// <param name="body">The body.</param>
    /// <param name="token">A token; null for none.</param>
    public static byte[] Request(byte[] body, string? token = null)
    {
        var authorization = token is null ? string.Empty : $"Authorization: Bearer {token}\r\n";
        return
        [
            .. Encoding.ASCII.GetBytes($"POST /cds-services/{Service} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{authorization}Content-Length: {body.Length}\r\n\r\n"),
            .. body,
        ];
    }

    private static byte[] ReadBody()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FhirNaltrexone.sln"))) folder = folder.Parent!;
        using var request = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder.FullName, "conformance", "cds-hooks", "requests", "order-sign.json")));
        return JsonSerializer.SerializeToUtf8Bytes(request.RootElement);
    }
}
