using System.Net;

namespace FhirNaltrexone.Server.Outgoing;

/// <summary>Addresses that a name from outside must not lead us to: our own machine, the local network, the metadata service of a cloud.</summary>
internal static class PrivateNetworks
{
    private static readonly IPNetwork[] Networks =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4", "::/96", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "64:ff9b::/96",
            "64:ff9b:1::/48", "2002::/16", "2001::/32",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    /// <summary>Whether the address is in one of them. IPv4 inside IPv6 is judged as IPv4.</summary>
    public static bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Array.Exists(Networks, network => network.Contains(plain));
    }
}
