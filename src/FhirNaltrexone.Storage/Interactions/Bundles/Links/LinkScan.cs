using System.Text.Json;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Interactions.Bundles.Links;

/// <summary>Finds the strings of a resource that may hold links, in one pass over its text.</summary>
internal ref struct LinkScan
{
    private readonly List<LinkSite> _sites;
    private Utf8JsonReader _reader;

    private LinkScan(ReadOnlySpan<byte> json)
    {
        _reader = new Utf8JsonReader(json);
        _sites = [];
    }

    /// <summary>The strings, in the order of the text.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="json">A resource, well-formed.</param>
    public static IReadOnlyList<LinkSite> Find(string type, ReadOnlySpan<byte> json)
    {
        var scan = new LinkScan(json);
        scan._reader.Read();
        scan.Members(LinkShapes.Of(type));
        return scan._sites;
    }

    private void Members(LinkShape shape)
    {
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = shape.Find(_reader.ValueSpan);
            _reader.Read();
            if (member is null) _reader.Skip();
            else Value(member);
        }
    }

    private void Value(LinkMember member)
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartArray:
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray) Value(member);
                break;
            case JsonTokenType.StartObject when member.Shape is { } shape:
                Members(shape);
                break;
            case JsonTokenType.StartObject when member.Kind is null && TypeAhead() is { } type:
                Members(LinkShapes.Of(type));
                break;
            case JsonTokenType.StartObject:
                _reader.Skip();
                break;
            case JsonTokenType.String when member.Kind is { } kind:
                _sites.Add(new((int)_reader.TokenStartIndex, (int)_reader.BytesConsumed, kind, _reader.GetString()!));
                break;
        }
    }

    private readonly string? TypeAhead()
    {
        var ahead = _reader;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var isType = ahead.ValueTextEquals("resourceType"u8);
            ahead.Read();
            if (isType) return ahead.TokenType == JsonTokenType.String && ahead.GetString() is { } type && ResourceTypes.Contains(type) ? type : null;
            ahead.Skip();
        }

        return null;
    }
}
