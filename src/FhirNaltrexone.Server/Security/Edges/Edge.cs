using System.Net;
using System.Net.Sockets;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Server.Security.Smart;

namespace FhirNaltrexone.Server.Security.Edges;

/// <summary>What limits look at of a request.</summary>
internal static class Edge
{
    // One subscriber of IPv6 has a whole network.
    private const int NetworkBytes = 8;

    private static readonly PathString[] Unlimited = ["/health", "/metrics"];

    /// <summary>Whether a request has limits: those who watch over the service have none, and one that is answered later was counted when it came.</summary>
    public static bool IsCounted(HttpContext context)
        => context.Features.Get<AnsweredLater>() is null && !Array.Exists(Unlimited, door => context.Request.Path.StartsWithSegments(door, StringComparison.Ordinal));

    /// <summary>Whether it asks for a token.</summary>
    public static bool IsTokenDoor(HttpContext context) => context.Request.Path.StartsWithSegments(SmartAddresses.Token, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where it comes from: an address, or a network of IPv6.</summary>
    public static string Address(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "none";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes().AsSpan(0, NetworkBytes), .. new byte[NetworkBytes]]).ToString()
            : address.ToString();
    }
}
