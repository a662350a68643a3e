using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace FhirNaltrexone.Server.Security.Edges;

/// <summary>
/// Believes of proxies that are listed where a request comes from and whether it came by https, and of nobody else, whatever the environment says
/// (<c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c> would believe everybody). Only what the nearest one wrote counts: what stands before that the caller may
/// have written.
/// </summary>
internal sealed class Proxies(IOptions<SecurityOptions> security) : IPostConfigureOptions<ForwardedHeadersOptions>
{
    public void PostConfigure(string? name, ForwardedHeadersOptions options)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        options.ForwardLimit = 1;

        // Without any network the framework would believe everybody.
        options.ForwardedHeaders = security.Value.Proxies.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
        foreach (var proxy in security.Value.Proxies) options.KnownIPNetworks.Add(Network(proxy)!.Value);
    }

    /// <summary>Reads an address, or a network such as <c>10.1.0.0/16</c>; null when it is none.</summary>
    public static IPNetwork? Network(string text)
    {
        if (IPNetwork.TryParse(text, out var network)) return network;
        return IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : null;
    }
}
