using System.Globalization;
using System.Net.Http.Headers;
using FhirNaltrexone.Server.Subscriptions.Requests;
using FhirNaltrexone.Validation.Content;
using Polly.Timeout;

namespace FhirNaltrexone.Server.Subscriptions.Delivery;

/// <summary>Posts notices to endpoints.</summary>
internal sealed class HookClient(IHttpClientFactory clients)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string Name = "subscription-endpoints";

    // Each try ends sooner by the service's own limit; timers cannot count much further.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

    /// <summary>Posts a notice.</summary>
    /// <param name="channel">Where to and how.</param>
    /// <param name="notice">A bundle as JSON.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Why it did not arrive, in words that tell nothing of the endpoint; null when it did (2xx).</returns>
    public async Task<string?> PostAsync(RequestedChannel channel, ReadOnlyMemory<byte> notice, CancellationToken cancellationToken)
    {
        using var request = Request(channel, notice);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (channel.Timeout is { } timeout && timeout < LongestTimeout) limit.CancelAfter(timeout);
        try
        {
            using var client = clients.CreateClient(Name);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? null : string.Create(CultureInfo.InvariantCulture, $"HTTP status {(int)response.StatusCode}");
        }
        catch (HttpRequestException error)
        {
            return error.InnerException is ServerException ? "address not allowed" : "no connection";
        }
        catch (TimeoutRejectedException)
        {
            return "no answer in time";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "no answer in time";
        }
    }

    private static HttpRequestMessage Request(RequestedChannel channel, ReadOnlyMemory<byte> notice)
    {
        var body = channel.IsXml ? FhirXml.FromJson(notice.Span) : notice;
        var request = new HttpRequestMessage(HttpMethod.Post, channel.Endpoint) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(channel.MediaType);
        foreach (var (name, value) in channel.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
