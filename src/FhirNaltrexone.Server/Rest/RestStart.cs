using FhirNaltrexone.Server.Rest.Capability;
using FhirNaltrexone.Storage.Interactions;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Server.Rest;

/// <summary>
/// Makes what the first FHIR request would otherwise wait for: the facts of R4 and the plans of its search parameters. In the background, for
/// hook calls need none of it.
/// </summary>
internal sealed class RestStart(IServiceProvider services, IHostApplicationLifetime lifetime) : BackgroundService
{
    private static readonly byte[] Sample = """{"resourceType":"Basic","code":{"text":"start"}}"""u8.ToArray();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.AfterStartAsync(stoppingToken).ConfigureAwait(false);
        await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(false);
        _ = services.GetRequiredService<ResourceInteractions>();
        _ = services.GetRequiredService<ContentReader>().FromJson(Sample);
        _ = services.GetRequiredService<CapabilityDocument>();
    }
}
