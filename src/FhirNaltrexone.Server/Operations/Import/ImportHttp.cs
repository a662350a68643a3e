using System.Net;
using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace FhirNaltrexone.Server.Operations.Import;

/// <summary>Builds the client that fetches inputs: no redirects, guarded connections, retries until an answer has begun.</summary>
internal static class ImportHttp
{
    private const int Retries = 3;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Registers the client. Its own loggers are removed: addresses of inputs may hold secrets.</summary>
    public static void AddImportHttp(this IServiceCollection services) => services
        .AddHttpClient(ImportSource.ClientName, (provider, client) => client.Timeout = TimeSpan.FromSeconds(
            provider.GetRequiredService<IOptions<ImportOptions>>().Value.SilenceSeconds * (Retries + 2)))
        .RemoveAllLoggers()
        .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            ConnectCallback = new GuardedConnector(provider.GetRequiredService<ImportOrigins>()).ConnectAsync,
            ConnectTimeout = ConnectTimeout,
            UseCookies = false,
            UseProxy = false,
        })
        .AddResilienceHandler(ImportSource.ClientName, pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        }));
}
