using System.Globalization;
using System.Text;
using System.Text.Json;
using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>
/// A resource as received, ready to get its id, version and time: type, id and meta come first, the bytes of all other members stay as they were.
/// Reading costs one pass over the text, writing one copy.
/// </summary>
internal sealed class MetaStamp
{
    private readonly string _type;
    private readonly ReadOnlyMemory<byte> _meta;
    private readonly ReadOnlyMemory<byte> _rest;

    private MetaStamp(string type, ReadOnlyMemory<byte> meta, ReadOnlyMemory<byte> rest)
    {
        _type = type;
        _meta = meta;
        _rest = rest;
    }

    /// <summary>Reads a resource.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="json">A JSON object, as received or as stored.</param>
    public static MetaStamp Read(string type, ReadOnlyMemory<byte> json)
    {
        var members = new JsonMembers(json);
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        ReadOnlyMemory<byte> meta = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var isMeta = reader.ValueTextEquals("meta"u8);
            var isServerSet = isMeta || reader.ValueTextEquals("id"u8) || reader.ValueTextEquals("resourceType"u8);
            reader.Read();
            var valueStart = (int)reader.TokenStartIndex;
            reader.Skip();
            var end = (int)reader.BytesConsumed;
            if (isMeta) meta = MetaOf(json[valueStart..end]);
            if (!isServerSet) members.Add(start, end);
        }

        return new(type, meta, members.Text());
    }

    /// <summary>The resource as it is stored.</summary>
    /// <param name="id">Logical id.</param>
    /// <param name="version">Version id.</param>
    /// <param name="lastUpdated">Time of the version.</param>
    public byte[] Write(string id, int version, DateTimeOffset lastUpdated)
    {
        var time = FhirInstant.Write(lastUpdated);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"resourceType":"{{_type}}","id":"{{id}}","meta":{"versionId":"{{version}}","lastUpdated":"{{time}}"{{(_meta.IsEmpty ? "" : ",")}}""");
        var size = head.Length + _meta.Length + 1 + (_rest.IsEmpty ? 0 : 1) + _rest.Length + 1;
        var json = new byte[size];
        var position = Encoding.ASCII.GetBytes(head, json);
        _meta.Span.CopyTo(json.AsSpan(position));
        position += _meta.Length;
        json[position++] = (byte)'}';
        if (!_rest.IsEmpty) json[position++] = (byte)',';
        _rest.Span.CopyTo(json.AsSpan(position));
        json[^1] = (byte)'}';
        return json;
    }

    /// <summary>Whether two resources are the same, id, version and time left aside.</summary>
    /// <param name="other">Another resource of the same type.</param>
    public bool HasSameContent(MetaStamp other) => _meta.Span.SequenceEqual(other._meta.Span) && _rest.Span.SequenceEqual(other._rest.Span);

    /// <summary>A stored resource with another meta, all else as it was.</summary>
    /// <param name="json">The resource, with meta.</param>
    /// <param name="meta">The new meta, a JSON object.</param>
    public static ReadOnlyMemory<byte> Replace(ReadOnlyMemory<byte> json, ReadOnlySpan<byte> meta)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && !reader.ValueTextEquals("meta"u8))
        {
            reader.Read();
            reader.Skip();
        }

        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return (byte[])[.. json.Span[..start], .. meta, .. json.Span[(int)reader.BytesConsumed..]];
    }

    private static ReadOnlyMemory<byte> MetaOf(ReadOnlyMemory<byte> json)
    {
        var members = new JsonMembers(json);
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var isServerSet = reader.ValueTextEquals("versionId"u8) || reader.ValueTextEquals("lastUpdated"u8)
                || reader.ValueTextEquals("_versionId"u8) || reader.ValueTextEquals("_lastUpdated"u8);
            reader.Read();
            reader.Skip();
            if (!isServerSet) members.Add(start, (int)reader.BytesConsumed);
        }

        return members.Text();
    }
}
