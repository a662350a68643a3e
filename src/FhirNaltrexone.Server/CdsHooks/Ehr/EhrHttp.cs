using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.CdsHooks.Ehr;

/// <summary>The client of the FHIR servers of calls; each server has a pipeline of its own.</summary>
internal static class EhrHttp
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(15);

    /// <summary>Registers the client.</summary>
    public static void AddEhrHttp(this IServiceCollection services)
        => services.AddOutgoingHttp(EhrClient.Name, provider => provider.GetRequiredService<EhrOrigins>(), Policy).SelectPipelineByAuthority();

    private static OutgoingPolicy Policy(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<EhrOptions>>().Value;
        return new()
        {
            ConnectMilliseconds = options.ConnectMilliseconds,
            TryMilliseconds = options.TryMilliseconds,
            Retries = options.Retries,
            FirstDelay = FirstDelay,
            MaxConcurrency = options.MaxConcurrency,
            MaxQueue = options.MaxQueue,
            BreakSeconds = options.BreakSeconds,
        };
    }
}
