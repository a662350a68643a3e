using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using FhirNaltrexone.Validation.Elements;

namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>Turns elements into values of System types where an operator or function needs one (FHIR R4, 2.9.1: the table of conversions).</summary>
internal static class Primitives
{
    /// <summary>Longer texts are no dates, unless they have more digits of a second than anyone can measure.</summary>
    private const int LongestTime = 64;

    private static readonly FrozenSet<string> Quantities = FrozenSet.Create(StringComparer.Ordinal, "Quantity", "Age", "Count", "Distance", "Duration");

    /// <summary>The value of an element; the item itself where it is no primitive and no quantity; nothing for a primitive without value.</summary>
    public static FhirPathValue Read(in FhirPathValue item)
    {
        if (item.Kind != FhirPathKind.Element) return item;
        var json = item.Element.Value;
        switch (json.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return FhirPathValue.Of(json.ValueKind == JsonValueKind.True);
            case JsonValueKind.Number:
                return Number(json, item.Element.Type.Name);
            case JsonValueKind.String:
                return Text(json, item.Element.Type.Name);
            case JsonValueKind.Object when IsQuantity(item.Element):
                return Quantity(json) is { } quantity ? FhirPathValue.Of(quantity) : item;
            default:
                return item.Element.Type.IsPrimitive ? default : item;
        }
    }

    /// <summary>Whether the element is a primitive whose value is text to FHIRPath: a string, code, uri and so on, but no date or time.</summary>
    public static bool IsText(in FhirElement element) => element.Value.ValueKind == JsonValueKind.String && !IsTime(element.Type.Name);

    /// <summary>Whether the element is a quantity, of whatever kind.</summary>
    public static bool IsQuantity(in FhirElement element) => Quantities.Contains(element.Type.Name);

    private static bool IsTime(string type) => type is "date" or "dateTime" or "instant" or "time";

    private static FhirPathValue Number(JsonElement json, string type)
    {
        if (type != "decimal" && json.TryGetInt32(out var integer)) return FhirPathValue.Of(integer);
        return json.TryGetDecimal(out var number) ? FhirPathValue.Of(number) : default;
    }

    private static FhirPathValue Text(JsonElement json, string type)
    {
        if (!IsTime(type)) return json.Text() is { } text ? FhirPathValue.Of(text) : default;
        Span<char> buffer = stackalloc char[LongestTime];
        var raw = JsonMarshal.GetRawUtf8Value(json)[1..^1];
        if (raw.Length > LongestTime || Ascii.ToUtf16(raw, buffer, out var length) != OperationStatus.Done) return default;
        var time = buffer[..length];
        return type switch
        {
            "date" => Time(PartialTimeText.ReadDate(time)?.ToDate()),
            "time" => Time(PartialTimeText.ReadTime(time)),
            _ => Time(PartialTimeText.ReadDate(time)?.ToDateTime()),
        };
    }

    private static FhirPathValue Time(PartialTime? time) => time is null ? default : FhirPathValue.Of(time);

    /// <summary>A quantity with comparator is no amount, so it is not converted.</summary>
    private static UnitQuantity? Quantity(JsonElement json)
    {
        if (json.TryGetProperty("comparator"u8, out _) || !json.TryGetProperty("value"u8, out var value)) return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number)) return null;
        var code = json.Text("code"u8);
        if (code is not null && json.TryGetProperty("system"u8, out var url) && url.IsText("http://unitsofmeasure.org"u8)) return new(number, code);
        var (system, unit) = (json.Text("system"u8), json.Text("unit"u8));
        return (system ?? code ?? unit) is null ? new(number, UnitQuantity.One) : new(number, $"{system}|{code ?? unit}", false);
    }
}
