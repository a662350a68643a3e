using System.Text.Json;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.CdsHooks.Intake;

/// <summary>A request body that is one JSON object.</summary>
internal sealed class JsonBody : IDisposable
{
    /// <summary>Deepest nesting read.</summary>
    public const int MaxDepth = Nesting.Resource;

    /// <summary>How a request is read, and what another server answers: of a member given twice nobody knows which one is meant.</summary>
    public static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    private readonly PooledBody _body;
    private readonly JsonDocument _document;

    private JsonBody(PooledBody body, JsonDocument document) => (_body, _document) = (body, document);

    /// <summary>The object.</summary>
    public JsonElement Root => _document.RootElement;

    /// <summary>Reads the body of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">Most bytes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The body, or why it is refused: 400, 413 or 415.</returns>
    public static async ValueTask<(JsonBody? Json, Refusal? Refusal)> ReadAsync(
        HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (RefuseMediaType(request) is { } wrongType)
        {
            return (null, wrongType);
        }

        var (body, tooLarge) = await PooledBody.ReadAsync(request, limit, cancellationToken).ConfigureAwait(false);
        if (body is null)
        {
            return (null, tooLarge);
        }

        var (json, refusal) = Parse(body);
        if (json is null)
        {
            body.Dispose();
        }

        return (json, refusal);
    }

    public void Dispose()
    {
        _document.Dispose();
        _body.Dispose();
    }

    private static Refusal? RefuseMediaType(HttpRequest request)
    {
        if (!JsonMediaType.IsJson(request.ContentType))
        {
            return new(StatusCodes.Status415UnsupportedMediaType, IssueCodes.NotSupported, "Send the body as application/json in UTF-8.");
        }

        return request.Headers.ContentEncoding.Count == 0 || request.Headers.ContentEncoding == "identity"
            ? null
            : new(StatusCodes.Status415UnsupportedMediaType, IssueCodes.NotSupported, "Send the body without Content-Encoding.");
    }

    private static (JsonBody? Json, Refusal? Refusal) Parse(PooledBody body)
    {
        if (JsonText.FindDefect(body.Bytes.Span) is { } defect)
        {
            return (null, Bad(defect));
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body.Bytes, Options);
        }
        catch (JsonException error)
        {
            return (null, RepeatedMember.Find(body.Bytes, MaxDepth) is { } path
                ? new(StatusCodes.Status400BadRequest, IssueCodes.Structure, "The member is given twice.", path)
                : Bad(Explain(error)));
        }

        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            document.Dispose();
            return (null, Bad("The body must be one JSON object."));
        }

        return (new JsonBody(body, document), null);
    }

    private static string Explain(JsonException error)
        => $"The body is not JSON, or nested deeper than {MaxDepth} levels: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}.";

    private static Refusal Bad(string text) => new(StatusCodes.Status400BadRequest, IssueCodes.Structure, text);
}
