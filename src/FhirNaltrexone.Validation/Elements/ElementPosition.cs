using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace FhirNaltrexone.Validation.Elements;

/// <summary>Where an element stands in the text of its resource.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in characters, from 1.</param>
public readonly record struct ElementPosition(int Line, int Column)
{
    /// <summary>The place of a value; null when it is not a part of the text.</summary>
    /// <param name="json">The text, in UTF-8.</param>
    /// <param name="part">A value of the document that was parsed from this very memory.</param>
    public static ElementPosition? Of(ReadOnlySpan<byte> json, JsonElement part)
    {
        if (part.ValueKind == JsonValueKind.Undefined || !json.Overlaps(JsonMarshal.GetRawUtf8Value(part), out var offset)) return null;
        var before = json[..offset];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
