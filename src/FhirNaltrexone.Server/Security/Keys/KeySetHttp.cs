using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Keys;

/// <summary>The client that fetches key sets: guarded connection, no redirects, little time, few bytes, no second try.</summary>
internal static class KeySetHttp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly OutgoingPolicy Policy = new()
    {
        ConnectMilliseconds = 1_000,
        TryMilliseconds = 2_000,
        Retries = 0,
        FirstDelay = TimeSpan.Zero,
        MaxConcurrency = 4,
        MaxQueue = 0,
        BreakSeconds = 30,
    };

    /// <summary>Registers the client.</summary>
    public static void AddKeySetHttp(this IServiceCollection services) => services
        .AddHttpClient(KeySetSources.ClientName, client =>
        {
            client.Timeout = Patience;
            client.MaxResponseContentBufferSize = KeySetReader.MaxBytes;
        })
        .RemoveAllLoggers()
        .ConfigurePrimaryHttpMessageHandler(provider => OutgoingHttp.Handler(new GuardedConnector(Origins(provider)), Policy));

    private static AllowedOrigins Origins(IServiceProvider provider) => new(provider.GetRequiredService<IOptions<SecurityOptions>>().Value.Clients
        .Where(client => client.JwksUri is not null)
        .Select(client => (client.JwksUri!, client.AllowPrivateNetwork))
        .Concat(provider.GetRequiredService<IOptions<SecurityOptions>>().Value.Issuers.Select(issuer => (issuer.JwksUri, issuer.AllowPrivateNetwork))));
}
