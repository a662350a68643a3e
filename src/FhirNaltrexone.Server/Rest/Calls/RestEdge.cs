using System.Text;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Rest.Answers;
using FhirNaltrexone.Server.Rest.Bodies;
using FhirNaltrexone.Server.Rest.Negotiation;
using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace FhirNaltrexone.Server.Rest.Calls;

/// <summary>Where HTTP becomes a FHIR request and an answer becomes HTTP. Every expected failure ends here as OperationOutcome.</summary>
internal sealed class RestEdge(IOptions<RestOptions> options, StoreFailures refusals, ServerBase bases)
{
    private const string PreferenceApplied = "Preference-Applied";
    private static readonly MediaTypeHeaderValue[] AnyType = [new("*/*")];

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="handler">Does what was asked.</param>
    /// <param name="isRawAllowed">Whether the handler itself answers in media types other than FHIR's.</param>
    public async Task RunAsync(HttpContext context, Func<RestRequest, CancellationToken, Task<FhirAnswer>> handler, bool isRawAllowed = false)
    {
        var (request, refusal) = await ReadAsync(context.Request, isRawAllowed, context.RequestAborted).ConfigureAwait(false);
        var answer = refusal is null ? await AnswerAsync(request, handler, context.RequestAborted).ConfigureAwait(false) : FhirAnswer.Refused(refusal);
        WriteNotes(context.Response, request.Prefer, answer);
        await AnswerWriter.WriteAsync(context, request, answer).ConfigureAwait(false);
    }

    private async Task<FhirAnswer> AnswerAsync(
        RestRequest request, Func<RestRequest, CancellationToken, Task<FhirAnswer>> handler, CancellationToken cancellationToken)
    {
        try
        {
            return await handler(request, cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException failure)
        {
            return refusals.Of(failure);
        }
    }

    private async ValueTask<(RestRequest Request, Refusal? Refusal)> ReadAsync(HttpRequest http, bool isRawAllowed, CancellationToken cancellationToken)
    {
        var plain = new RestRequest { Base = bases.Of(http), Prefer = Preferences.Read(http.Headers["Prefer"]) };
        if (http.Path.Value!.Length + http.QueryString.Value!.Length > options.Value.MaxUrlLength) return (plain, TooLong());
        if (FormReader.Refuse(http) is { } noForm) return (plain, noForm);
        if (!QueryText.IsUtf8(Encoding.UTF8.GetBytes(http.QueryString.Value))) return (plain, FormReader.NotUtf8);
        var query = QueryText.Read(http.QueryString.Value);
        if (FormReader.HasForm(http))
        {
            var (form, refusal) = await FormReader.ReadAsync(http, cancellationToken).ConfigureAwait(false);
            if (refusal is not null) return (plain, refusal);
            query = [.. query, .. form];
        }

        return Negotiate(plain with { Query = query, IsPretty = query.Any(pair => pair is { Key: "_pretty", Value: "true" }) }, http, isRawAllowed);
    }

    private static (RestRequest Request, Refusal? Refusal) Negotiate(RestRequest request, HttpRequest http, bool isRawAllowed)
    {
        var name = request.Query.LastOrDefault(pair => pair.Key == "_format").Value;
        if (isRawAllowed && string.IsNullOrEmpty(name) && !AcceptedFormat.IsNamed(http.Headers.Accept))
        {
            return (request with { RawTypes = AcceptedFormat.Wishes(http.Headers.Accept) is { Count: > 0 } wishes ? wishes : AnyType }, null);
        }

        return AcceptedFormat.Choose(name, http.Headers.Accept) is { } format ? (request with { Format = format }, null) : (request, AcceptedFormat.Refusal);
    }

    private Refusal TooLong() => new(
        StatusCodes.Status414UriTooLong, IssueCodes.TooLong, $"The address is longer than {options.Value.MaxUrlLength} characters; search by POST to _search.");

    private static void WriteNotes(HttpResponse response, Preferences prefer, FhirAnswer answer)
    {
        response.Headers.Vary = "Accept, Prefer";
        if (answer.Status < StatusCodes.Status300MultipleChoices && prefer.Applied is { Length: > 0 } applied) response.Headers[PreferenceApplied] = applied;
    }
}
