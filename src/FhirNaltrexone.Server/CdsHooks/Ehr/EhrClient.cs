using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FhirNaltrexone.Server.CdsHooks.Intake;
using FhirNaltrexone.Validation.Outcomes;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace FhirNaltrexone.Server.CdsHooks.Ehr;

/// <summary>Reads from the FHIR server of a call. Every failure of the other side is a value.</summary>
internal sealed class EhrClient(IHttpClientFactory factory, IOptions<EhrOptions> options)
{
    /// <summary>Name of the client in the factory.</summary>
    public const string Name = "ehr";

    private static readonly MediaTypeWithQualityHeaderValue FhirJson = new("application/fhir+json");
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json", 0.5);

    /// <summary>Gets a document. A search that the server will not take as GET, for its length or by policy, is sent as form.</summary>
    /// <param name="access">The right to read.</param>
    /// <param name="address">An address below its base.</param>
    /// <param name="budget">Ends when the time of the call is used up.</param>
    /// <param name="cancellationToken">Ends when the caller has gone: the only thing that throws.</param>
    public async Task<EhrReply> GetAsync(EhrAccess access, Uri address, CancellationToken budget, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await SendAsync(access, new(HttpMethod.Get, address), budget).ConfigureAwait(false);
            if (response.StatusCode is not (HttpStatusCode.MethodNotAllowed or HttpStatusCode.RequestUriTooLong) || address.Query.Length == 0)
            {
                return await ReadAsync(response, budget).ConfigureAwait(false);
            }

            using var second = await SendAsync(access, Form(address), budget).ConfigureAwait(false);
            return await ReadAsync(second, budget).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(null, IssueCodes.Timeout);
        }
        catch (TimeoutRejectedException)
        {
            return new(null, IssueCodes.Timeout);
        }
        catch (ExecutionRejectedException error) when (error is BrokenCircuitException or RateLimiterRejectedException)
        {
            return new(null, IssueCodes.Transient);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return new(null, error.InnerException is ServerException ? IssueCodes.Forbidden : IssueCodes.Transient);
        }
    }

    /// <summary>The same search as POST (FHIR R4, Search: _search with a form).</summary>
    private static HttpRequestMessage Form(Uri address) => new(HttpMethod.Post, address.GetLeftPart(UriPartial.Path) + "/_search")
    {
        Content = new StringContent(address.Query[1..], new MediaTypeHeaderValue("application/x-www-form-urlencoded")),
    };

    private async Task<HttpResponseMessage> SendAsync(EhrAccess access, HttpRequestMessage request, CancellationToken budget)
    {
        using (request)
        {
            request.Headers.Accept.Add(FhirJson);
            request.Headers.Accept.Add(Json);
            if (access.Token is { } token)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }

            return await factory.CreateClient(Name)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, budget).ConfigureAwait(false);
        }
    }

    private async Task<EhrReply> ReadAsync(HttpResponseMessage response, CancellationToken budget)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return new(null, Code(response.StatusCode));
        }

        var content = response.Content;
        var limit = options.Value.MaxBytes;
        if (content.Headers.ContentLength > limit)
        {
            return new(null, IssueCodes.TooLong);
        }

        using var buffer = new MemoryStream((int)(content.Headers.ContentLength ?? 16 * 1024));
        using var stream = await content.ReadAsStreamAsync(budget).ConfigureAwait(false);
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(chunk, budget).ConfigureAwait(false)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > limit)
            {
                return new(null, IssueCodes.TooLong);
            }
        }

        return Parse(buffer.ToArray());
    }

    private static EhrReply Parse(byte[] bytes)
    {
        try
        {
            return JsonText.FindDefect(bytes) is null ? new(JsonDocument.Parse(bytes, JsonBody.Options), null) : new(null, IssueCodes.Structure);
        }
        catch (JsonException)
        {
            return new(null, IssueCodes.Structure);
        }
    }

    private static string Code(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => IssueCodes.Login,
        HttpStatusCode.Forbidden => IssueCodes.Forbidden,
        HttpStatusCode.NotFound or HttpStatusCode.Gone => IssueCodes.NotFound,
        HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => IssueCodes.Timeout,
        HttpStatusCode.TooManyRequests => IssueCodes.Throttled,
        >= HttpStatusCode.InternalServerError => IssueCodes.Exception,
        _ => IssueCodes.NotSupported,
    };
}
