using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Inputs;

/// <summary>Cuts a stream into lines without keeping more than one in memory. Empty lines are passed over but counted.</summary>
/// <param name="stream">UTF-8 text.</param>
/// <param name="maxBytes">Most bytes of a line.</param>
internal sealed class LineReader(Stream stream, int maxBytes)
{
    private const int FirstBuffer = 1 << 16;

    private byte[] _buffer = new byte[FirstBuffer];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>The lines, with their numbers from 1; null instead of a line that is too long.</summary>
    public IEnumerable<(long Number, byte[]? Line)> Lines()
    {
        for (long number = 1; Next(out var line, out var isTooLong); number++)
        {
            if (isTooLong) yield return (number, null);
            else if (line.Length > 0) yield return (number, line);
        }
    }

    /// <summary>Bytes read so far.</summary>
    public long Read { get; private set; }

    /// <summary>Says that a line is too long.</summary>
    public Issue TooLong => new(IssueCodes.TooLong, $"The line has more than {maxBytes} bytes.");

    private bool Next(out byte[] line, out bool isTooLong)
    {
        isTooLong = false;
        var searched = _start;
        while (true)
        {
            var found = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (found >= 0 || (_isAtEnd && _end > _start))
            {
                var length = found >= 0 ? searched + found - _start : _end - _start;
                line = isTooLong ? [] : _buffer.AsSpan(_start, length).Trim(" \t\r"u8).ToArray();
                _start = Math.Min(_end, _start + length + 1);
                return true;
            }

            line = [];
            if (_isAtEnd) return isTooLong;

            if (_end - _start > maxBytes)
            {
                isTooLong = true;
                _start = _end;
            }

            searched = Fill();
        }
    }

    /// <summary>Reads on; what is not used yet moves to the front.</summary>
    /// <returns>Where the new bytes begin.</returns>
    private int Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var known = _end;
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _isAtEnd = read == 0;
        _end += read;
        Read += read;
        return known;
    }
}
