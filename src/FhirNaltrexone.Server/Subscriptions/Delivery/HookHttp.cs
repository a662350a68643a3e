using System.Net;
using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Subscriptions.Delivery;

/// <summary>The client of endpoints: quick retries and time for one try. The slow retries are rows.</summary>
internal static class HookHttp
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);

    /// <summary>Registers the client.</summary>
    public static void AddHookHttp(this IServiceCollection services)
        => services.AddOutgoingHttp(HookClient.Name, provider => provider.GetRequiredService<HookOrigins>(), Policy);

    private static OutgoingPolicy Policy(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<SubscriptionOptions>>().Value;
        return new()
        {
            ConnectMilliseconds = options.ConnectMilliseconds,
            TryMilliseconds = options.TryMilliseconds,
            Retries = options.QuickRetries,
            FirstDelay = FirstDelay,
            IsTransient = status => status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
        };
    }
}
