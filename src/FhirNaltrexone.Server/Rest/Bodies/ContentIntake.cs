using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Rest.Negotiation;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Rest.Bodies;

/// <summary>Reads the resource in the body of a request.</summary>
internal sealed class ContentIntake(ContentReader reader)
{
    private const string Expected = "application/fhir+json or application/fhir+xml";

    /// <summary>Reads the resource.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">Most bytes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The resource, or why it is refused: 400, 413, 415.</returns>
    public ValueTask<(ResourceContent? Content, Refusal? Refusal)> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
        => ReadAsync(request, limit, Parse, cancellationToken);

    /// <summary>Reads a resource whose structure is left to <see cref="ContentReader.Check"/>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">Most bytes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static ValueTask<(ResourceContent? Content, Refusal? Refusal)> ReadUncheckedAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
        => ReadAsync(request, limit, (bytes, isXml) => Result(bytes, () => ContentReader.Unchecked(bytes, isXml)), cancellationToken);

    private static async ValueTask<(ResourceContent? Content, Refusal? Refusal)> ReadAsync(
        HttpRequest request,
        int limit,
        Func<ReadOnlyMemory<byte>, bool, (ResourceContent? Content, Refusal? Refusal)> parse,
        CancellationToken cancellationToken)
    {
        if (ContentTypes.Read(request.ContentType) is not { } type || FhirFormat.Find(type) is not { } format)
        {
            return (null, ContentTypes.Unsupported(Expected));
        }

        var (bytes, refusal) = await BodyReader.ReadAsync(request, limit, cancellationToken).ConfigureAwait(false);
        return refusal is null ? parse(bytes, format.IsXml) : (null, refusal);
    }

    /// <summary>Reads a resource that is in memory.</summary>
    /// <param name="bytes">JSON or XML.</param>
    /// <param name="isXml">Whether it is XML.</param>
    public (ResourceContent? Content, Refusal? Refusal) Parse(ReadOnlyMemory<byte> bytes, bool isXml)
        => Result(bytes, () => isXml ? reader.FromXml(bytes) : reader.FromJson(bytes));

    private static (ResourceContent? Content, Refusal? Refusal) Result(ReadOnlyMemory<byte> bytes, Func<ContentReading> read)
    {
        if (bytes.IsEmpty) return (null, new(StatusCodes.Status400BadRequest, IssueCodes.Required, "The body is empty: send one resource."));
        var reading = read();
        return reading.Content is { } content ? (content, null) : (null, new(StatusCodes.Status400BadRequest, reading.Issues));
    }
}
