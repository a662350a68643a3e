using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.CdsHooks.Ehr;

/// <summary>The allow-list of outgoing calls.</summary>
internal sealed class EhrOrigins(IOptions<EhrOptions> options)
{
    private readonly FrozenDictionary<string, bool> _servers = options.Value.Servers
        .GroupBy(server => Of(new Uri(server.Origin)), StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Any(server => server.AllowPrivateNetwork), StringComparer.Ordinal);

    /// <summary>Whether calls may go there at all.</summary>
    public bool Allows(Uri address) => _servers.ContainsKey(Of(address));

    /// <summary>Whether its host may have a private address.</summary>
    public bool AllowsPrivateNetwork(Uri address) => _servers.GetValueOrDefault(Of(address));

    /// <summary>Scheme, host and port in one spelling.</summary>
    private static string Of(Uri address) => $"{address.Scheme}://{address.IdnHost}:{address.Port}".ToLowerInvariant();
}
