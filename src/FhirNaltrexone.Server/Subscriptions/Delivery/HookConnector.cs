using System.Net;
using System.Net.Sockets;
using FhirNaltrexone.Server.Outgoing;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Subscriptions.Delivery;

/// <summary>
/// Makes the connections to endpoints: resolves the name itself, tests every address and connects to a tested one, so that a name that changes its
/// address between test and use gains nothing.
/// </summary>
internal sealed class HookConnector(IOptions<SubscriptionOptions> options)
{
    /// <summary>Connects; for <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="ServerException">An address is private, and that is not allowed.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken).ConfigureAwait(false);
        if (!options.Value.IsPrivateNetworkAllowed && Array.Exists(addresses, PrivateNetworks.Contains))
            throw new ServerException(ServerErrorCode.AddressRefused, "The endpoint has an address in a private network, and that is not allowed.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
