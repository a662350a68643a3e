using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FhirNaltrexone.Server.CdsHooks.Intake;
using FhirNaltrexone.Server.Outcomes;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace FhirNaltrexone.Server.CdsHooks.Ehr;

/// <summary>Sends one GET to the FHIR server of a call. Every failure of the other side is a value.</summary>
internal sealed class EhrClient(IHttpClientFactory factory, IOptions<EhrOptions> options)
{
    /// <summary>Name of the client in the factory.</summary>
    public const string Name = "ehr";

    private static readonly MediaTypeWithQualityHeaderValue FhirJson = new("application/fhir+json");
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json", 0.5);
    private static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = JsonBody.MaxDepth };

    /// <summary>Gets a document.</summary>
    /// <param name="access">The right to read.</param>
    /// <param name="address">An address below its base.</param>
    /// <param name="budget">Ends when the time of the call is used up.</param>
    /// <param name="cancellationToken">Ends when the caller has gone: the only thing that throws.</param>
    public async Task<EhrReply> GetAsync(EhrAccess access, Uri address, CancellationToken budget, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Request(access, address);
            using var response = await factory.CreateClient(Name)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, budget).ConfigureAwait(false);
            return response.StatusCode == HttpStatusCode.OK
                ? await ReadAsync(response.Content, budget).ConfigureAwait(false)
                : new(null, Code(response.StatusCode));
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

    private static HttpRequestMessage Request(EhrAccess access, Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(FhirJson);
        request.Headers.Accept.Add(Json);
        if (access.Token is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return request;
    }

    private async Task<EhrReply> ReadAsync(HttpContent content, CancellationToken budget)
    {
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
            return JsonText.FindDefect(bytes) is null ? new(JsonDocument.Parse(bytes, JsonOptions), null) : new(null, IssueCodes.Structure);
        }
        catch (JsonException)
        {
            return new(null, IssueCodes.Structure);
        }
    }

    private static string Code(HttpStatusCode status) => (int)status switch
    {
        401 => "login",
        403 => IssueCodes.Forbidden,
        404 or 410 => IssueCodes.NotFound,
        408 or 504 => IssueCodes.Timeout,
        429 => "throttled",
        >= 500 => IssueCodes.Exception,
        _ => IssueCodes.NotSupported,
    };
}
