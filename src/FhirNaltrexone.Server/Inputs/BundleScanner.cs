using System.Text.Json;
using FhirNaltrexone.Validation.Content;

namespace FhirNaltrexone.Server.Inputs;

/// <summary>
/// Reads through a JSON document of any size: tells its type and the type of the bundle, and takes the entries of a bundle out of it, keeping
/// no more than one in memory.
/// </summary>
/// <param name="stream">UTF-8 JSON without byte order mark.</param>
/// <param name="maxBytes">Most bytes of one entry.</param>
internal sealed class BundleScanner(Stream stream, int maxBytes)
{
    /// <summary>Deepest nesting of a bundle: its resources lie three levels down. The rest is to spare.</summary>
    public const int MaxDepth = Nesting.Resource + 8;

    private const int FirstBuffer = 1 << 16;
    private const int MemberDepth = 1;
    private const int EntryDepth = 2;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth };

    private byte[] _buffer = new byte[FirstBuffer];
    private int _used;
    private int _length;
    private bool _isAtEnd;
    private JsonReaderState _state = new(Options);
    private string? _member;
    private int _entryStart = -1;
    private bool _isTooLong;

    /// <summary>Type of the resource, as far as read.</summary>
    public string? ResourceType { get; private set; }

    /// <summary>Type of the bundle, as far as read.</summary>
    public string? BundleType { get; private set; }

    /// <summary>Reads until the types are known, or to the end.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public void FindTypes()
    {
        while ((ResourceType is null || (ResourceType == "Bundle" && BundleType is null)) && Next(out _))
        {
        }
    }

    /// <summary>The entries; null instead of one that is too long.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public IEnumerable<byte[]?> Entries()
    {
        while (Next(out var entry))
        {
            yield return entry;
        }
    }

    private bool Next(out byte[]? entry)
    {
        entry = null;
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_used, _length - _used), _isAtEnd, _state);
            while (reader.Read())
            {
                if (!IsEndOfEntry(ref reader)) continue;

                var end = _used + (int)reader.BytesConsumed;
                entry = _isTooLong ? null : _buffer[_entryStart..end];
                (_entryStart, _isTooLong) = (-1, false);
                Keep(ref reader);
                return true;
            }

            Keep(ref reader);
            if (_isAtEnd) return false;
            Fill();
        }
    }

    private bool IsEndOfEntry(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName when reader.CurrentDepth == MemberDepth:
                _member = reader.GetString();
                return false;
            case JsonTokenType.String when reader.CurrentDepth == MemberDepth:
                Note(reader.GetString()!);
                return false;
            case JsonTokenType.StartObject when reader.CurrentDepth == EntryDepth && _member == "entry":
                _entryStart = _used + (int)reader.TokenStartIndex;
                return false;
            default:
                return reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == EntryDepth && _member == "entry";
        }
    }

    private void Note(string text)
    {
        if (_member == "resourceType") ResourceType = text;
        if (_member == "type") BundleType = text;
    }

    private void Keep(ref Utf8JsonReader reader)
    {
        _used += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    /// <summary>Reads on; of what was read only the entry under way and what the reader has not used yet is kept.</summary>
    private void Fill()
    {
        if (_entryStart >= 0 && _length - _entryStart > maxBytes) (_isTooLong, _entryStart) = (true, _used);
        if (_length - _used > 2L * maxBytes) throw new ServerException(ServerErrorCode.InputUnusable, "A value of the bundle is too long to be read.");

        var from = _isTooLong || _entryStart < 0 ? _used : _entryStart;
        _buffer.AsSpan(from, _length - from).CopyTo(_buffer);
        _used -= from;
        _length -= from;
        _entryStart = _entryStart < 0 ? -1 : 0;
        if (_length == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = stream.Read(_buffer, _length, _buffer.Length - _length);
        _isAtEnd = read == 0;
        _length += read;
    }
}
