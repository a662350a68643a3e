using System.Net;
using System.Net.Sockets;

namespace FhirNaltrexone.Server.Outgoing;

/// <summary>
/// Makes the connections of outgoing calls: resolves the name itself, tests every address and connects to a tested one, so that a name that
/// changes its address between test and use gains nothing.
/// </summary>
internal sealed class GuardedConnector(AllowedOrigins origins)
{
    /// <summary>Connects; for <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="ServerException">An address is private and the server is not listed as one in a private network.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.InitialRequestMessage.RequestUri!;
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken).ConfigureAwait(false);
        if (!origins.Allows(target) || (!origins.AllowsPrivateNetwork(target) && Array.Exists(addresses, PrivateNetworks.Contains)))
        {
            throw new ServerException(ServerErrorCode.AddressRefused, "The server has an address in a private network and is not listed so.");
        }

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
