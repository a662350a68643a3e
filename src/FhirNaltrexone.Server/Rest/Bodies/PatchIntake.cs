using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Rest.Negotiation;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Interactions.Patching;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Rest.Bodies;

/// <summary>Reads a patch: JSON Patch, or FHIRPath Patch in Parameters.</summary>
internal sealed class PatchIntake(ContentIntake intake, IOptions<RestOptions> options, IOptions<InteractionOptions> interactions)
{
    private const string Expected = "application/json-patch+json, or as FHIRPath Patch in Parameters (application/fhir+json, application/fhir+xml)";

    /// <summary>Reads the patch.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The patch, or why it is refused: 400, 413, 415.</returns>
    public async ValueTask<(ResourceEdit? Edit, Refusal? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var type = ContentTypes.Read(request.ContentType);
        var format = type is null ? null : FhirFormat.Find(type);
        if (type != ContentTypes.JsonPatch && format is null) return (null, ContentTypes.Unsupported(Expected));
        var (bytes, refusal) = await BodyReader.ReadAsync(request, options.Value.MaxBodyBytes, cancellationToken).ConfigureAwait(false);
        if (refusal is not null) return (null, refusal);
        return format is null || IsArray(bytes.Span) ? JsonPatchOf(bytes) : FhirPathPatchOf(bytes, format.IsXml);
    }

    private (ResourceEdit? Edit, Refusal? Refusal) JsonPatchOf(ReadOnlyMemory<byte> bytes)
        => JsonPatch.TryRead(bytes, interactions.Value, out var patch, out var refusal) ? (patch, null) : (null, refusal);

    private (ResourceEdit? Edit, Refusal? Refusal) FhirPathPatchOf(ReadOnlyMemory<byte> bytes, bool isXml)
    {
        var (content, refusal) = intake.Parse(bytes, isXml);
        if (content is null) return (null, refusal);
        return FhirPathPatch.TryRead(content.Root, interactions.Value, out var patch, out refusal) ? (patch, null) : (null, refusal);
    }

    // Some clients send JSON Patch as plain JSON; only an array can be one.
    private static bool IsArray(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8) is [(byte)'[', ..];
}
