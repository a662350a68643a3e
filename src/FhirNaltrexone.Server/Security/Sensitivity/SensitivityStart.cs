using FhirNaltrexone.Server.Security.Sensitivity.Labels;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Sensitivity;

/// <summary>
/// Reads the policy of a site before the first request: one that cannot be used must stop the start. That of the build is known to be good and is
/// prepared in the background.
/// </summary>
internal sealed class SensitivityStart(IServiceProvider services, IOptions<SensitivityOptions> options, IHostApplicationLifetime lifetime) : BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(options.Value.PolicyFile)) _ = services.GetRequiredService<Labeller>();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.AfterStartAsync(stoppingToken).ConfigureAwait(false);
        await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(false);
        _ = services.GetRequiredService<Labeller>();
    }
}
