using System.Net.Http.Headers;
using System.Text.Json;
using FhirNaltrexone.Server.Conformance.Scripts;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Server.Conformance.Running;

/// <summary>Sends the requests of scripts to a server.</summary>
/// <param name="http">Sends them; its time-out and buffer size bound what a server can cost.</param>
/// <param name="server">Base URL of the server, without slash at the end.</param>
internal sealed class ScriptClient(HttpClient http, string server)
{
    /// <summary>Base URL of the server.</summary>
    public string Server => server;

    /// <summary>Sends a request and waits for the answer.</summary>
    /// <exception cref="ScriptFault">It cannot be made, or there is no answer.</exception>
    public async Task<Exchange> SendAsync(ScriptOperation operation, ScriptState state, CancellationToken cancellationToken)
    {
        using var request = Request(operation, state);
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : [];
        try
        {
            using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return new(
                request.Method.Method,
                request.RequestUri!.OriginalString,
                Document(request.Headers, request.Content?.Headers, body),
                (int)response.StatusCode,
                Document(response.Headers, response.Content.Headers, answer));
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new ScriptFault($"{server} does not answer: {failure.Message}");
        }
    }

    private HttpRequestMessage Request(ScriptOperation operation, ScriptState state)
    {
        var body = ScriptBody.Of(operation, state);
        var method = operation.Method ?? (operation.Type is { } code ? OperationForm.Of(code).Method : null) ?? (body is null ? "GET" : "POST");
        var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), new RequestUrl(server, state).Of(operation));
        if (body is { } sent)
        {
            request.Content = new ByteArrayContent(sent.Bytes);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", sent.Type);
        }

        if (operation.Accept != "none") request.Headers.TryAddWithoutValidation("Accept", ScriptMediaTypes.Of(operation.Accept));
        foreach (var (field, value) in operation.Headers) Add(request, field, state.Fill(value));
        return request;
    }

    private static void Add(HttpRequestMessage request, string field, string value)
    {
        var headers = field.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) ? (HttpHeaders?)request.Content?.Headers : request.Headers;
        headers?.Remove(field);
        if (headers?.TryAddWithoutValidation(field, value) != true) throw new ScriptFault($"The header {field} cannot be sent.");
    }

    private static Document Document(HttpHeaders headers, HttpContentHeaders? more, byte[] body)
    {
        var all = headers.Concat(more ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new(all, body, Resource(all.GetValueOrDefault("Content-Type") ?? "", body));
    }

    // Read leniently: what is wrong with an answer is for assertions to say.
    private static JsonElement? Resource(string type, byte[] body)
        => body.Length > 0 && (ScriptMediaTypes.IsXml(type) || type.Contains("json", StringComparison.OrdinalIgnoreCase))
            ? ContentReader.Unchecked(body, ScriptMediaTypes.IsXml(type)).Content?.Root
            : null;
}
