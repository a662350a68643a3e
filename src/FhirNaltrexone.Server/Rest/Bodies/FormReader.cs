using System.Text;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Rest.Bodies;

/// <summary>Reads the parameters of a search by POST.</summary>
internal static class FormReader
{
    /// <summary>The refusal of parameters in another encoding.</summary>
    public static Refusal NotUtf8 { get; } = new(StatusCodes.Status400BadRequest, IssueCodes.Value, "The parameters are not UTF-8: percent-encode names and values in it.");

    /// <summary>Whether the request carries a form.</summary>
    /// <param name="request">The request.</param>
    public static bool HasForm(HttpRequest request) => HttpMethods.IsPost(request.Method) && ContentTypes.Read(request.ContentType) == ContentTypes.Form;

    /// <summary>The refusal of a search by POST whose body is no form: without its parameters the search would find more than was asked for.</summary>
    /// <param name="request">The request.</param>
    public static Refusal? Refuse(HttpRequest request)
        => HttpMethods.IsPost(request.Method) && request.Path.Value!.TrimEnd('/').EndsWith("/_search", StringComparison.Ordinal)
            && !HasForm(request) && (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0)
            ? ContentTypes.Unsupported(ContentTypes.Form)
            : null;

    /// <summary>Reads the form.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async ValueTask<(IReadOnlyList<KeyValuePair<string, string>> Parameters, Refusal? Refusal)> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        var (bytes, refusal) = await BodyReader.ReadAsync(request, BodyReader.LongestForm, cancellationToken).ConfigureAwait(false);
        refusal ??= QueryText.IsUtf8(bytes.Span) ? null : NotUtf8;
        return refusal is null ? (QueryText.Read(Encoding.UTF8.GetString(bytes.Span)), null) : ([], refusal);
    }
}
