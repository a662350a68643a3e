using System.Buffers;
using System.IO.Pipelines;

namespace FhirNaltrexone.Server.Operations.Import;

/// <summary>Reads lines, however long the whole is; of lines that are too long nothing is kept.</summary>
internal sealed class ImportLineReader(Stream stream, int maxBytes, TimeSpan silence) : IAsyncDisposable
{
    private readonly PipeReader _pipe = PipeReader.Create(stream);
    private bool _isTooLong;
    private bool _isAtEnd;

    /// <summary>The next line without its end.</summary>
    /// <returns>Whether there was one, and its bytes; null when it is too long.</returns>
    /// <exception cref="TimeoutException">Nothing came for too long.</exception>
    public async ValueTask<(bool HasLine, byte[]? Line)> ReadAsync(CancellationToken cancellationToken)
    {
        while (!_isAtEnd)
        {
            var read = await _pipe.ReadAsync(cancellationToken).AsTask().WaitAsync(silence, cancellationToken).ConfigureAwait(false);
            var buffer = read.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Take(buffer.Slice(0, end));
                _pipe.AdvanceTo(buffer.GetPosition(1, end));
                return (true, line);
            }

            _isAtEnd = read.IsCompleted;
            if (_isAtEnd && (buffer.Length > 0 || _isTooLong)) return (true, Take(buffer));
            if (buffer.Length > maxBytes)
            {
                _isTooLong = true;
                _pipe.AdvanceTo(buffer.End);
            }
            else
            {
                _pipe.AdvanceTo(buffer.Start, buffer.End);
            }
        }

        return (false, null);
    }

    public ValueTask DisposeAsync() => _pipe.CompleteAsync();

    private byte[]? Take(ReadOnlySequence<byte> line)
    {
        var isTooLong = _isTooLong || line.Length > maxBytes;
        _isTooLong = false;
        return isTooLong ? null : line.ToArray();
    }
}
