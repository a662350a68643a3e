using FhirNaltrexone.Storage.Snoozes;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>Removes expired cards and snoozes once an hour, also when nothing is snoozed any more: what is no longer needed must not stay.</summary>
internal sealed class ForgetExpired(ISnoozeStore store, TimeProvider time, ILogger<ForgetExpired> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            await BackgroundWork.TryAsync(
                token => store.RemoveExpiredAsync(time.GetUtcNow(), token), failure => logger.SnoozeStoreFailed("removed", failure), stoppingToken).ConfigureAwait(false);
        }
    }
}
