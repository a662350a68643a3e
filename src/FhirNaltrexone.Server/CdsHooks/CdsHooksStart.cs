using FhirNaltrexone.Server.CdsHooks.Discovery;
using FhirNaltrexone.Storage;

namespace FhirNaltrexone.Server.CdsHooks;

/// <summary>Loads content and database before the first request: a mistake stops the start, and no call pays for it.</summary>
internal sealed class CdsHooksStart(
    ServiceCatalogue catalogue, DiscoveryDocument discovery, IFeedbackStore store, ILogger<CdsHooksStart> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _ = discovery.Utf8;
        await store.PingAsync(cancellationToken).ConfigureAwait(false);
        logger.ContentLoaded(catalogue.Services.Count);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
