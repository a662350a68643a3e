using System.Buffers;
using System.IO.Compression;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>Reads a request body whole, unpacked, and never more of it than allowed: a small packed body may unpack to a huge one.</summary>
internal static class BodyReader
{
    /// <summary>The longest form that is read.</summary>
    public const int LongestForm = 256 * 1024;

    private const int Chunk = 16 * 1024;

    // What is only announced costs no more than that.
    private const int MostAtOnce = 1024 * 1024;

    /// <summary>Reads the body, and of one that is too large no more than one byte beyond the limit.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">Most bytes, unpacked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The bytes, or why they are refused: 400, 413 or 415.</returns>
    public static async ValueTask<(ReadOnlyMemory<byte> Bytes, Refusal? Refusal)> ReadAsync(
        HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit) return (default, TooLarge(limit));
        request.LiftBodyLimit();
        if (Unpack(request) is not { } stream)
        {
            return (default, new(StatusCodes.Status415UnsupportedMediaType, IssueCodes.NotSupported, "Content-Encoding must be gzip, br, deflate or absent."));
        }

        try
        {
            return await FillAsync(stream, (int)Math.Min(request.ContentLength ?? Chunk, MostAtOnce), limit, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException)
        {
            return (default, new(StatusCodes.Status400BadRequest, IssueCodes.Structure, "The body is not packed as Content-Encoding says."));
        }
        catch (IOException error) when (error is not BadHttpRequestException)
        {
            // Kestrel tells of a chunk size beyond 64 bits, and of a connection that ended, in this way.
            return (default, new(StatusCodes.Status400BadRequest, IssueCodes.Structure, "The body cannot be read to its end: its transfer coding is broken."));
        }
        finally
        {
            if (stream != request.Body) await stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static Stream? Unpack(HttpRequest request) => request.Headers.ContentEncoding.ToString().ToLowerInvariant() switch
    {
        "" or "identity" => request.Body,
        "gzip" or "x-gzip" => new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
        "br" => new BrotliStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
        "deflate" => new ZLibStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
        _ => null,
    };

    private static async ValueTask<(ReadOnlyMemory<byte> Bytes, Refusal? Refusal)> FillAsync(
        Stream stream, int size, int limit, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(Math.Max(size, 1) + 1);
        while (true)
        {
            var room = buffer.GetMemory(buffer.FreeCapacity > 0 ? 1 : Chunk);
            var read = await stream.ReadAsync(room[..Math.Min(room.Length, limit + 1 - buffer.WrittenCount)], cancellationToken).ConfigureAwait(false);
            if (read == 0) return (buffer.WrittenMemory, null);
            buffer.Advance(read);
            if (buffer.WrittenCount > limit) return (default, TooLarge(limit));
        }
    }

    private static Refusal TooLarge(int limit)
        => new(StatusCodes.Status413PayloadTooLarge, IssueCodes.TooLong, $"The body is larger than {limit} bytes, the most this server reads here.");
}
