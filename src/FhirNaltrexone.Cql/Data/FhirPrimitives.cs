using System.Runtime.InteropServices;
using System.Text.Json;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Data;

/// <summary>The system value of a FHIR primitive: what <c>x.value</c> means. A JSON value of the wrong type is null.</summary>
internal static class FhirPrimitives
{
    private const int LongestText = 48;

    /// <summary>The CQL type a FHIR primitive's value has; String for codes and everything textual.</summary>
    public static SystemKind KindOf(string fhirType) => fhirType switch
    {
        "boolean" => SystemKind.Boolean,
        "integer" or "positiveInt" or "unsignedInt" => SystemKind.Integer,
        "decimal" => SystemKind.Decimal,
        "date" => SystemKind.Date,
        "dateTime" or "instant" => SystemKind.DateTime,
        "time" => SystemKind.Time,
        "" => SystemKind.Any,
        _ => SystemKind.String,
    };

    public static object? Read(JsonElement json, SystemKind kind, int evaluationOffset) => kind switch
    {
        SystemKind.String => Json.Text(json),
        SystemKind.Boolean => Boolean(json),
        SystemKind.Integer => json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number) ? Boxes.Of(number) : null,
        SystemKind.Long => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var number) ? number : null,
        SystemKind.Decimal => json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var number) ? number : null,
        SystemKind.Date or SystemKind.DateTime or SystemKind.Time => Temporal(json, kind, evaluationOffset),
        _ => json.ValueKind switch
        {
            JsonValueKind.Number => Read(json, SystemKind.Decimal, evaluationOffset),
            JsonValueKind.String => Json.Text(json),
            _ => Boolean(json),
        },
    };

    private static object? Boolean(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => Boxes.True,
        JsonValueKind.False => Boxes.False,
        _ => null,
    };

    private static object? Temporal(JsonElement json, SystemKind kind, int evaluationOffset)
    {
        if (json.ValueKind != JsonValueKind.String) return null;
        var raw = JsonMarshal.GetRawUtf8Value(json)[1..^1];
        if (raw.Contains((byte)'\\')) return Temporal(Json.Text(json), kind, evaluationOffset);
        if (raw.Length > LongestText) return null;
        Span<char> text = stackalloc char[LongestText];
        for (var i = 0; i < raw.Length; i++) text[i] = (char)raw[i];
        return Temporal(text[..raw.Length], kind, evaluationOffset);
    }

    private static object? Temporal(ReadOnlySpan<char> text, SystemKind kind, int evaluationOffset)
    {
        if (text.Length > LongestText) return null;
        return kind switch
        {
            SystemKind.Date => TemporalText.Date(text),
            SystemKind.DateTime => TemporalText.DateTime(text, evaluationOffset),
            _ => TemporalText.Time(text),
        };
    }
}
