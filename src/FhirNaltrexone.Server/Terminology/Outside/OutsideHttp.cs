using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Terminology.Outside;

/// <summary>The client of the terminology server.</summary>
internal static class OutsideHttp
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);

    /// <summary>Registers the client. Its own loggers are removed: they would write addresses.</summary>
    public static void AddOutsideHttp(this IServiceCollection services) => services
        .AddHttpClient(OutsideServer.ClientName, (provider, client) =>
        {
            var options = Options(provider);
            client.Timeout = TimeSpan.FromMilliseconds(options.TryMilliseconds * (options.Retries + 2));
            client.MaxResponseContentBufferSize = options.MaxBytes;
        })
        .RemoveAllLoggers()
        .ConfigurePrimaryHttpMessageHandler(
            provider => OutgoingHttp.Handler(new GuardedConnector(provider.GetRequiredService<OutsideOrigins>()), Policy(provider)))
        .AddResilienceHandler(OutsideServer.ClientName, (pipeline, context) => OutgoingHttp.Configure(pipeline, Policy(context.ServiceProvider)));

    private static TerminologyOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<TerminologyOptions>>().Value;

    private static OutgoingPolicy Policy(IServiceProvider provider)
    {
        var options = Options(provider);
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
