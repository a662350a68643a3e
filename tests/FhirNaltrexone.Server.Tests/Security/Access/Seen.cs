using System.Text.RegularExpressions;

namespace FhirNaltrexone.Server.Tests.Security.Access;

/// <summary>All that a client can tell of an answer: status, headers and body, with what differs from request to request anyway left out.</summary>
internal static partial class Seen
{
    /// <summary>The answer, with an id of the request as a word.</summary>
    public static string Of(HttpResponseMessage response, string body, string id)
    {
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Content-Length"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Order(StringComparer.Ordinal);
        return Varying().Replace($"{(int)response.StatusCode}\n{string.Join('\n', headers)}\n{body}".Replace(id, "ID", StringComparison.Ordinal), "~");
    }

    /// <summary>Ids the server makes, instants, tokens of page links.</summary>
    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)|_page=[^""&]+|\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT")]
    private static partial Regex Varying();
}
