using FhirNaltrexone.Storage.Interactions.Publishing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Publication;

/// <summary>
/// Not ready before publishing was tried once, so that nobody is told that content does not exist. A failure is told and makes nothing unready:
/// rules run without the store.
/// </summary>
internal sealed class PublicationHealth(PublicationState state, IOptions<ContentOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check());

    private HealthCheckResult Check() => options.Value.Publish ? (state.Report, state.HasTried) switch
    {
        ({ Kept.Count: > 0 } report, _) => HealthCheckResult.Degraded(
            $"Content is not published under ids where clients have stored something of their own: {string.Join(", ", report.Kept)}."),
        ({ } report, _) => HealthCheckResult.Healthy($"Content is published: {Count(report)} resources."),
        (null, true) => HealthCheckResult.Degraded("Content could not be published yet; it is tried again."),
        (null, false) => HealthCheckResult.Unhealthy("Content is being published."),
    }
    : HealthCheckResult.Healthy();

    private static int Count(PublicationReport report) => report.Written + report.Unchanged;
}
