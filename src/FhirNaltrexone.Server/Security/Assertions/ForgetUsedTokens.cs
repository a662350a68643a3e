using FhirNaltrexone.Storage.Tokens;

namespace FhirNaltrexone.Server.Security.Assertions;

/// <summary>
/// Forgets once an hour which tokens were used that have expired an hour ago: the clock of another replica may be behind, and must not find one
/// forgotten that it would still accept.
/// </summary>
internal sealed class ForgetUsedTokens(IUsedTokens used, TimeProvider time, ILogger<ForgetUsedTokens> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => BackgroundWork.EveryAsync(
        Period, isDueNow: false, time, token => used.RemoveExpiredAsync(time.GetUtcNow() - Period, token), logger.UsedTokensKept, stoppingToken);
}
