using FhirNaltrexone.Server.CdsHooks.Burden;
using FhirNaltrexone.Server.CdsHooks.Discovery;
using FhirNaltrexone.Storage;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.CdsHooks;

/// <summary>
/// Loads content and database before the first request: a mistake stops the start, and no call pays for it. They are asked for only when the
/// settings have been checked.
/// </summary>
internal sealed class CdsHooksStart(IServiceProvider services, ILogger<CdsHooksStart> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _ = services.GetRequiredService<DiscoveryDocument>();
        _ = services.GetRequiredService<ResourceStores>();
        var cards = services.GetRequiredService<IOptions<CardOptions>>().Value;
        foreach (var off in cards.Off)
        {
            logger.RuleOff(off.Rule, off.Reason);
        }

        if (!CardSettings.AreDefaults(cards))
        {
            await services.GetRequiredService<CardSettingsRecord>().UpdateAsync(cancellationToken).ConfigureAwait(false);
        }

        logger.ContentLoaded(services.GetRequiredService<ServiceCatalogue>().Services.Count);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
