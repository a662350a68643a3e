using System.Runtime.InteropServices;
using System.Text.Json;
using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.Profiles;

/// <summary>Tells where values stand in the text that a client sent.</summary>
/// <param name="text">The text the document was parsed from; null when there is none, or when it is not what the client sent.</param>
/// <param name="root">The resource, whose own text will do; undefined when that is not what the client sent either.</param>
internal readonly struct TextPlaces(ReadOnlyMemory<byte>? text, JsonElement root)
{
    /// <summary>The place of a value; null when it cannot be told.</summary>
    public ElementPosition? Of(JsonElement part)
    {
        if (text is { } known) return ElementPosition.Of(known.Span, part);
        return root.ValueKind == JsonValueKind.Undefined ? null : ElementPosition.Of(JsonMarshal.GetRawUtf8Value(root), part);
    }
}
