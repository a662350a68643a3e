using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FhirNaltrexone.Benchmarks;

/// <summary>One keep-alive connection that sends one request after the other: plain sockets, so that the load costs little CPU itself.</summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[1 << 18];
    private readonly Func<byte[]> _next;

    public LoadConnection(IPEndPoint address, byte[] request)
        : this(address, () => request)
    {
    }

    /// <param name="address">The server.</param>
    /// <param name="next">Gives the request to send next.</param>
    public LoadConnection(IPEndPoint address, Func<byte[]> next)
    {
        _next = next;
        _socket.Connect(address);
    }

    /// <summary>Sends until the time is over.</summary>
    /// <param name="duration">How long.</param>
    /// <param name="interval">From one request to the next, when the answer does not take longer; zero for as fast as answers come.</param>
    /// <returns>Milliseconds of each request.</returns>
    public async Task<List<double>> RepeatAsync(TimeSpan duration, TimeSpan interval)
    {
        var latencies = new List<double>(1 << 16);
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < duration)
        {
            var begun = Stopwatch.GetTimestamp();
            await SendAsync();
            var taken = Stopwatch.GetElapsedTime(begun);
            latencies.Add(taken.TotalMilliseconds);
            if (taken < interval) await Task.Delay(interval - taken);
        }

        return latencies;
    }

    /// <summary>Sends one request and reads the whole answer.</summary>
    /// <returns>The body.</returns>
    /// <exception cref="InvalidOperationException">The answer is not 200 or 201.</exception>
    public async Task<string> SendAsync()
    {
        await _socket.SendAsync(_next());
        var read = 0;
        while (true)
        {
            var count = await _socket.ReceiveAsync(_buffer.AsMemory(read));
            if (count == 0) throw new InvalidOperationException("the server closed the connection");
            read += count;
            if (Complete(read) is { } body) return body;
        }
    }

    public void Dispose() => _socket.Dispose();

    private string? Complete(int read)
    {
        var received = _buffer.AsSpan(0, read);
        var end = received.IndexOf("\r\n\r\n"u8);
        if (end < 0) return null;
        var head = System.Text.Encoding.ASCII.GetString(received[..end]);
        var body = received[(end + 4)..];
        if (!head.StartsWith("HTTP/1.1 20", StringComparison.Ordinal)) throw new InvalidOperationException($"{head}\n{System.Text.Encoding.UTF8.GetString(body)}");
        var length = Length(head);
        var complete = length is null ? body.EndsWith("0\r\n\r\n"u8) : body.Length >= length;
        return complete ? System.Text.Encoding.UTF8.GetString(body) : null;
    }

    private static int? Length(string head)
    {
        const string Name = "\r\nContent-Length: ";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var value = head.AsSpan(at + Name.Length);
        var line = value.IndexOf('\r');
        return int.Parse(line < 0 ? value : value[..line], System.Globalization.CultureInfo.InvariantCulture);
    }
}
