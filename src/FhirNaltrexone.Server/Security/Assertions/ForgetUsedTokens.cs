using FhirNaltrexone.Storage.Tokens;

namespace FhirNaltrexone.Server.Security.Assertions;

/// <summary>
/// Forgets once an hour which tokens were used that have expired an hour ago: the clock of another replica may be behind, and must not find one
/// forgotten that it would still accept.
/// </summary>
internal sealed class ForgetUsedTokens(IUsedTokens used, TimeProvider time, ILogger<ForgetUsedTokens> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            await BackgroundWork.TryAsync(token => used.RemoveExpiredAsync(time.GetUtcNow() - Period, token), logger.UsedTokensKept, stoppingToken).ConfigureAwait(false);
        }
    }
}
