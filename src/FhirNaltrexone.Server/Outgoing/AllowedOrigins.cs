using System.Collections.Frozen;

namespace FhirNaltrexone.Server.Outgoing;

/// <summary>An allow-list of outgoing calls.</summary>
/// <param name="origins">Scheme, host and port of each server, and whether it may have a private address.</param>
internal class AllowedOrigins(IEnumerable<(string Origin, bool AllowPrivateNetwork)> origins)
{
    private readonly FrozenDictionary<string, bool> _servers = origins
        .GroupBy(server => Of(new Uri(server.Origin)), StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Any(server => server.AllowPrivateNetwork), StringComparer.Ordinal);

    /// <summary>Whether calls may go there at all.</summary>
    public virtual bool Allows(Uri address) => _servers.ContainsKey(Of(address));

    /// <summary>Whether its host may have a private address.</summary>
    public virtual bool AllowsPrivateNetwork(Uri address) => _servers.GetValueOrDefault(Of(address));

    /// <summary>What is wrong with an origin of the settings; null when it can be used.</summary>
    /// <param name="origin">Its text.</param>
    /// <param name="isHttpAllowed">Whether it need not be https.</param>
    public static string? Complain(string origin, bool isHttpAllowed)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0)
        {
            return "must be an absolute https address without user information.";
        }

        return uri.Scheme == Uri.UriSchemeHttps || isHttpAllowed ? null : "must use https outside Development.";
    }

    /// <summary>Scheme, host and port in one spelling.</summary>
    private static string Of(Uri address) => $"{address.Scheme}://{address.IdnHost}:{address.Port}".ToLowerInvariant();
}
