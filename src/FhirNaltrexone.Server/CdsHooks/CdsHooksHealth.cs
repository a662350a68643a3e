using FhirNaltrexone.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FhirNaltrexone.Server.CdsHooks;

/// <summary>Ready means: there are rules to run, and the database answers.</summary>
internal sealed class CdsHooksHealth(ServiceCatalogue catalogue, IFeedbackStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (catalogue.Services.Count == 0)
        {
            return HealthCheckResult.Unhealthy("There is no CDS service in the content.");
        }

        try
        {
            await Patience.WaitAsync(store.PingAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy();
        }
        catch (StorageException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
