using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Terminology.Outside;

/// <summary>The client of the terminology server.</summary>
internal static class OutsideHttp
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);

    /// <summary>Registers the client.</summary>
    public static void AddOutsideHttp(this IServiceCollection services)
        => services.AddOutgoingHttp(OutsideServer.ClientName, provider => provider.GetRequiredService<OutsideOrigins>(), Policy);

    private static OutgoingPolicy Policy(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<TerminologyOptions>>().Value;
        return new()
        {
            ConnectMilliseconds = options.ConnectMilliseconds,
            TryMilliseconds = options.TryMilliseconds,
            Patience = TimeSpan.FromMilliseconds(options.TryMilliseconds * (options.Retries + 2)),
            Retries = options.Retries,
            FirstDelay = FirstDelay,
            MaxConcurrency = options.MaxConcurrency,
            MaxQueue = options.MaxQueue,
            BreakSeconds = options.BreakSeconds,
            MaxBytes = options.MaxBytes,
        };
    }
}
