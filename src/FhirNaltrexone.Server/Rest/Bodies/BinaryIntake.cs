using System.Buffers;
using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Rest.Negotiation;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Net.Http.Headers;

namespace FhirNaltrexone.Server.Rest.Bodies;

/// <summary>Reads a Binary, as resource or as the bare data in any other media type (FHIR R4, Binary).</summary>
internal sealed class BinaryIntake(ContentIntake intake)
{
    /// <summary>Header that says of bare data what <c>securityContext</c> says of the resource: whose protection they need (FHIR R4, Binary).</summary>
    public const string ContextHeader = "X-Security-Context";

    /// <summary>Reads the resource.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">Id the resource is to have; null for none.</param>
    /// <param name="limit">Most bytes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<(ResourceContent? Content, Refusal? Refusal)> ReadAsync(
        HttpRequest request, string? id, int limit, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || IsResource(type))
        {
            return await intake.ReadAsync(request, limit, cancellationToken).ConfigureAwait(false);
        }

        var (bytes, refusal) = await BodyReader.ReadAsync(request, limit, cancellationToken).ConfigureAwait(false);
        return refusal is null ? intake.Parse(Wrap(type.ToString(), id, request.Headers[ContextHeader].ToString(), bytes.Span), isXml: false) : (null, refusal);
    }

    private static bool IsResource(MediaTypeHeaderValue type) => FhirFormat.Find(type.MediaType.ToString().ToLowerInvariant()) is not null;

    private static ReadOnlyMemory<byte> Wrap(string mediaType, string? id, string context, ReadOnlySpan<byte> data)
    {
        var buffer = new ArrayBufferWriter<byte>((data.Length * 4 / 3) + 256);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("resourceType"u8, "Binary");
        if (id is not null) json.WriteString("id"u8, id);
        json.WriteString("contentType"u8, mediaType);
        if (context.Length > 0)
        {
            json.WriteStartObject("securityContext"u8);
            json.WriteString("reference"u8, context);
            json.WriteEndObject();
        }

        if (data.Length > 0) json.WriteBase64String("data"u8, data);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
