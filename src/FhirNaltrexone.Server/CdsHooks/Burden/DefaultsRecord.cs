using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>
/// Records the way back to the default card settings once the service answers: settings that hide nothing need not be on record before a call, and
/// no start waits for it.
/// </summary>
internal sealed class DefaultsRecord(
    IServiceProvider services, IOptions<CardOptions> options, IHostApplicationLifetime lifetime, ILogger<DefaultsRecord> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!CardSettings.AreDefaults(options.Value))
        {
            return;
        }

        await lifetime.AfterStartAsync(stoppingToken).ConfigureAwait(false);
        await BackgroundWork.TryAsync(
            token => services.GetRequiredService<CardSettingsRecord>().UpdateAsync(token), logger.CardSettingsNotRecorded, stoppingToken).ConfigureAwait(false);
    }
}
