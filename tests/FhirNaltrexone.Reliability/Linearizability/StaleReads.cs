namespace FhirNaltrexone.Reliability.Linearizability;

/// <summary>The control: a cache in front of the server that now and then answers a read with what it saw a moment ago.</summary>
internal sealed class StaleReads() : DelegatingHandler(new SocketsHttpHandler())
{
    private const int StaleEvery = 500;

    private HttpResponseMessage? _kept;
    private byte[] _keptBody = [];
    private int _reads;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get) return await base.SendAsync(request, cancellationToken);
        var read = Interlocked.Increment(ref _reads);
        if (read % StaleEvery == 0 && _kept is { } kept) return Copy(kept, _keptBody);
        var response = await base.SendAsync(request, cancellationToken);
        if (read % StaleEvery != StaleEvery / 2) return response;
        _keptBody = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        _kept = response;
        return Copy(response, _keptBody);
    }

    private static HttpResponseMessage Copy(HttpResponseMessage response, byte[] body)
    {
        var copy = new HttpResponseMessage(response.StatusCode) { Content = new ByteArrayContent(body) };
        copy.Headers.ETag = response.Headers.ETag;
        return copy;
    }
}
