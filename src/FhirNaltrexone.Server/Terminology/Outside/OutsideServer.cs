using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FhirNaltrexone.Validation.Content;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace FhirNaltrexone.Server.Terminology.Outside;

/// <summary>The terminology server of the settings. It is asked where the answer is unknown here; every failure of it is a value.</summary>
internal sealed class OutsideServer(IHttpClientFactory factory, IOptions<TerminologyOptions> options, ILogger<OutsideServer> logger)
{
    /// <summary>Name of the client in the factory.</summary>
    public const string ClientName = "terminology";

    private const string FhirJson = "application/fhir+json";

    /// <summary>Whether there is one.</summary>
    public bool IsThere => options.Value.Server.Length > 0;

    /// <summary>Calls an operation of a type.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="name">Name without the dollar sign.</param>
    /// <param name="parameters">Parameters.</param>
    /// <param name="cancellationToken">Ends when the caller has gone: the only thing that throws.</param>
    public async Task<OutsideReply> AskAsync(string type, string name, JsonObject parameters, CancellationToken cancellationToken)
    {
        var reply = await TryAsync($"{options.Value.Server.TrimEnd('/')}/{type}/${name}", parameters, cancellationToken).ConfigureAwait(false);
        if (reply.Problem is { } problem) logger.ServerFailed(problem);
        return reply;
    }

    private async Task<OutsideReply> TryAsync(string address, JsonObject parameters, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(parameters.ToJsonString(), new MediaTypeHeaderValue(FhirJson)) };
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(FhirJson));
            using var response = await factory.CreateClient(ClientName).SendAsync(request, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? Read(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false))
                : new(null, $"it answered with status {(int)response.StatusCode}.");
        }
        catch (TimeoutRejectedException)
        {
            return new(null, "it did not answer in time.");
        }
        catch (ExecutionRejectedException)
        {
            return new(null, "it has failed too often of late, or too much is waiting for it.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(null, "it did not answer in time.");
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return new(null, error.InnerException is ServerException ? "its address is not allowed." : "there was no connection, or too long an answer.");
        }
    }

    private static OutsideReply Read(byte[] body)
    {
        var reading = ContentReader.Unchecked(body, isXml: false);
        return reading.Content is { Type: "Parameters" or "ValueSet" } content ? new(content) : new(null, "its answer could not be read.");
    }
}
