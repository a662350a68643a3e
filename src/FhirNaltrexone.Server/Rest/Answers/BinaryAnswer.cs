using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Rest.Bodies;
using FhirNaltrexone.Server.Rest.Negotiation;
using FhirNaltrexone.Storage.Access;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Net.Http.Headers;

namespace FhirNaltrexone.Server.Rest.Answers;

/// <summary>Answers the read of a Binary with its bare data (FHIR R4, Binary), as a file: a browser must not run what somebody uploaded.</summary>
internal static class BinaryAnswer
{
    private const string Unknown = "application/octet-stream";

    private static readonly Refusal NeedsLabels = new(
        StatusCodes.Status406NotAcceptable,
        IssueCodes.NotSupported,
        "A record under 42 CFR Part 2 goes out by a consent with its labels only, and bare data have none: ask for application/fhir+json or application/fhir+xml.");

    /// <summary>The answer.</summary>
    /// <param name="result">What became of the read.</param>
    /// <param name="wanted">Media types the client accepts, best first.</param>
    public static FhirAnswer Of(InteractionResult result, IReadOnlyList<MediaTypeHeaderValue> wanted)
    {
        if (result.Refusal is not null || result.Status == StatusCodes.Status304NotModified) return ChangeAnswer.Read(result, ResourceSubset.Whole);
        if (IsByConsent(result.Resource!)) return FhirAnswer.Refused(NeedsLabels);
        using var document = JsonDocument.Parse(result.Resource!.Json);
        var root = document.RootElement;
        var type = TypeOf(root);
        if (!wanted.Any(range => new MediaTypeHeaderValue(type.MediaType).IsSubsetOf(range))) return FhirAnswer.Refused(AcceptedFormat.Refusal);
        var data = root.TryGetProperty("data", out var base64) && base64.TryGetBytesFromBase64(out var bytes) ? bytes : [];
        return FhirAnswer.Of(new BinaryData(type.ToString(), data)) with
        {
            Version = result.Resource,
            Headers = [new(HeaderNames.ContentDisposition, "attachment"), .. Context(root)],
        };
    }

    private static bool IsByConsent(ResourceVersion version)
        => AccessContext.Current?.Consented.Any(record => record.Record == $"{version.Key}/_history/{version.Version}") == true;

    private static IEnumerable<KeyValuePair<string, string>> Context(JsonElement root)
        => root.TryGetProperty("securityContext", out var context) && context.TryGetProperty("reference", out var reference) && reference.GetString() is { } text
            && text.All(character => character is > ' ' and <= '~')
            ? [new(BinaryIntake.ContextHeader, text)]
            : [];

    private static MediaTypeHeaderValue TypeOf(JsonElement root)
        => root.TryGetProperty("contentType", out var text) && MediaTypeHeaderValue.TryParse(text.GetString(), out var type) ? type : new(Unknown);
}
