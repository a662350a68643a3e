using System.Net;
using System.Net.Sockets;

namespace FhirNaltrexone.Server.Outgoing;

/// <summary>
/// Makes the connections of outgoing calls: resolves the name itself, tests every address and connects to a tested one, so that a name that
/// changes its address between test and use gains nothing.
/// </summary>
/// <param name="origins">Where calls may go.</param>
/// <param name="resolve">Gives the addresses of a name; the resolver of this machine unless told otherwise.</param>
internal sealed class GuardedConnector(AllowedOrigins origins, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve = resolve ?? Dns.GetHostAddressesAsync;

    /// <summary>Connects; for <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="ServerException">The server is not listed, or any of its addresses is private and it is not listed as one in a private network.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.InitialRequestMessage.RequestUri!;
        var addresses = await _resolve(context.DnsEndPoint.Host, cancellationToken).ConfigureAwait(false);
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
