using System.Net;
using System.Net.Sockets;

namespace FhirNaltrexone.Server.Tests.Security.Support;

/// <summary>A port that nobody may connect to: it counts who does.</summary>
internal sealed class Trap : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _connections;

    public Trap()
    {
        _listener.Start();
        _ = ListenAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Connections so far, those included that still wait to be taken.</summary>
    public int Connections => _connections + (_listener.Pending() ? 1 : 0);

    public void Dispose() => _listener.Dispose();

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptSocketAsync();
                Interlocked.Increment(ref _connections);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
