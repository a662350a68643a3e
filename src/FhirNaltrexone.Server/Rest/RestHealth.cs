using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Resources;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FhirNaltrexone.Server.Rest;

/// <summary>Ready means: the store of resources answers.</summary>
internal sealed class RestHealth(IResourceStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await Patience.WaitAsync(store.PingAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy();
        }
        catch (StorageException)
        {
            return HealthCheckResult.Unhealthy("The resource store does not answer.");
        }
    }
}
