using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.CdsHooks.Ehr;

/// <summary>The client of the FHIR servers of calls; each server has a pipeline of its own.</summary>
internal static class EhrHttp
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(15);

    /// <summary>Registers the client. Its own loggers are removed: they would write addresses, and with them ids of patients.</summary>
    public static void AddEhrHttp(this IServiceCollection services) => services
        .AddHttpClient(EhrClient.Name, client => client.Timeout = Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers()
        .ConfigurePrimaryHttpMessageHandler(
            provider => OutgoingHttp.Handler(new GuardedConnector(provider.GetRequiredService<EhrOrigins>()), Policy(provider)))
        .AddResilienceHandler(EhrClient.Name, (pipeline, context) => OutgoingHttp.Configure(pipeline, Policy(context.ServiceProvider)))
        .SelectPipelineByAuthority();

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
