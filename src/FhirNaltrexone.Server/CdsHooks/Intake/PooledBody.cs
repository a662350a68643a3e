using System.Buffers;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.CdsHooks.Intake;

/// <summary>A request body in a rented buffer, given back on disposal.</summary>
internal sealed class PooledBody : IDisposable
{
    private const int FirstBuffer = 16 * 1024;
    private byte[] _buffer;
    private int _length;

    private PooledBody(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>The bytes, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get
        {
            var bytes = _buffer.AsMemory(0, _length);
            return bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        }
    }

    /// <summary>Reads the whole body, at most <paramref name="limit"/> bytes of it, whether its length was announced or not.</summary>
    /// <returns>The body, or the refusal when it is too large.</returns>
    public static async ValueTask<(PooledBody? Body, Refusal? Refusal)> ReadAsync(
        HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return (null, TooLarge(limit));
        }

        request.LiftBodyLimit();
        var body = new PooledBody((int)(request.ContentLength ?? FirstBuffer) + 1);
        try
        {
            if (await body.FillAsync(request.Body, limit, cancellationToken).ConfigureAwait(false))
            {
                return (body, null);
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }

        body.Dispose();
        return (null, TooLarge(limit));
    }

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
        {
            // The buffer held health information and is shared by the whole process.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static Refusal TooLarge(int limit) => new(
        StatusCodes.Status413PayloadTooLarge, IssueCodes.TooLong, $"The body is larger than {limit} bytes; send fewer resources in prefetch.");

    private async ValueTask<bool> FillAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        int read;
        while ((read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false)) > 0)
        {
            _length += read;
            if (_length > limit)
            {
                return false;
            }

            GrowIfFull();
        }

        return true;
    }

    private void GrowIfFull()
    {
        if (_length < _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }
}
