using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Keys;

/// <summary>The client that fetches key sets: little time, few bytes, no second try.</summary>
internal static class KeySetHttp
{
    private static readonly OutgoingPolicy Policy = new()
    {
        ConnectMilliseconds = 1_000,
        Patience = TimeSpan.FromSeconds(2),
        MaxConcurrency = 4,
        MaxBytes = KeySetReader.MaxBytes,
    };

    /// <summary>Registers the client.</summary>
    public static void AddKeySetHttp(this IServiceCollection services)
        => services.AddOutgoingHttp(KeySetSources.ClientName, Origins, _ => Policy);

    private static AllowedOrigins Origins(IServiceProvider provider) => new(provider.GetRequiredService<IOptions<SecurityOptions>>().Value.Clients
        .Where(client => client.JwksUri is not null)
        .Select(client => (client.JwksUri!, client.AllowPrivateNetwork))
        .Concat(provider.GetRequiredService<IOptions<SecurityOptions>>().Value.Issuers.Select(issuer => (issuer.JwksUri, issuer.AllowPrivateNetwork))));
}
