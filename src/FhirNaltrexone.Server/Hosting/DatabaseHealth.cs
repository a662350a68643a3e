using FhirNaltrexone.Storage;
using FhirNaltrexone.Storage.Resources;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FhirNaltrexone.Server.Hosting;

/// <summary>Ready means: the database answers.</summary>
internal sealed class DatabaseHealth(IResourceStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await Patience.WaitAsync(store.PingAsync, cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy();
        }
        catch (StorageException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
