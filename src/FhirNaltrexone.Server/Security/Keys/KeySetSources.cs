using System.Net;

namespace FhirNaltrexone.Server.Security.Keys;

/// <summary>Fetches key sets, from the addresses and files of the configuration and from nowhere else.</summary>
internal sealed class KeySetSources(
    IHttpClientFactory clients, TimeProvider time, IHostApplicationLifetime life, ILogger<KeySetSources> logger)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "key-sets";

    // A fetch is for all who wait, not for the request that asked first; and requests are still answered while the service is stopping.
    private CancellationToken End => life.ApplicationStopped;

    /// <summary>Keys at an address.</summary>
    /// <param name="owner">Id of whose they are, for the log.</param>
    /// <param name="address">The address.</param>
    public CachedKeys Address(string owner, Uri address) => new(() => GuardAsync(owner, () => GetAsync(address)), time);

    /// <summary>Keys in a file.</summary>
    /// <param name="owner">Id of whose they are, for the log.</param>
    /// <param name="path">The file.</param>
    public CachedKeys File(string owner, string path)
        => new(() => GuardAsync(owner, async () => new(await System.IO.File.ReadAllBytesAsync(path, End).ConfigureAwait(false), null)), time);

    private async Task<FetchedKeySet?> GuardAsync(string owner, Func<Task<FetchedKeySet?>> fetch)
    {
        try
        {
            var fetched = await fetch().ConfigureAwait(false);
            if (fetched is not null && KeySetReader.Read(fetched.Json) is not null) return fetched;
            logger.KeySetNotFetched(owner, "unusable");
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException or UnauthorizedAccessException)
        {
            logger.KeySetNotFetched(owner, error is HttpRequestException { InnerException: ServerException } ? "address-refused" : error.GetType().Name);
        }

        return null;
    }

    private async Task<FetchedKeySet?> GetAsync(Uri address)
    {
        using var client = clients.CreateClient(ClientName);
        using var response = await client.GetAsync(address, End).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK) return null;
        var cache = response.Headers.CacheControl;
        return new(
            await response.Content.ReadAsByteArrayAsync(End).ConfigureAwait(false),
            cache is null ? null : cache.NoStore || cache.NoCache ? TimeSpan.Zero : cache.MaxAge);
    }
}
