using FhirNaltrexone.Storage.Snoozes;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>Removes expired cards and snoozes once an hour, also when nothing is snoozed any more: what is no longer needed must not stay.</summary>
internal sealed class ForgetExpired(ISnoozeStore store, TimeProvider time, ILogger<ForgetExpired> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => BackgroundWork.EveryAsync(
        Period, isDueNow: false, time, token => store.RemoveExpiredAsync(time.GetUtcNow(), token), failure => logger.SnoozeStoreFailed("removed", failure), stoppingToken);
}
