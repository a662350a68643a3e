using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FhirNaltrexone.Server.CdsHooks;

/// <summary>Ready means: there are rules to run.</summary>
internal sealed class CdsHooksHealth(ServiceCatalogue catalogue) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        catalogue.Services.Count > 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("There is no CDS service in the content."));
}
