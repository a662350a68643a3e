using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Cql;

namespace FhirNaltrexone.Knowledge.Tests.Oracle;

/// <summary>Compares one value of our engine with the other engine's answer, in the form the answers are written in.</summary>
internal static class OracleAnswer
{
    public static bool Agrees(JsonElement expected, object? actual) => expected.ValueKind switch
    {
        JsonValueKind.Null => actual is null,
        JsonValueKind.True or JsonValueKind.False => actual is bool flag && flag == expected.GetBoolean(),
        JsonValueKind.String => actual is string text && text == expected.GetString(),
        JsonValueKind.Number => actual is int or long or decimal && Close(expected.GetDecimal(), Convert.ToDecimal(actual, CultureInfo.InvariantCulture)),
        JsonValueKind.Array => actual is IReadOnlyList<object?> list && SameList(expected, list),
        _ => SameObject(expected.EnumerateObject().Single(), actual),
    };

    public static string Show(object? value) => value switch
    {
        null => "null",
        IReadOnlyList<object?> list => $"[{string.Join(", ", list.Select(Show))}]",
        CqlTuple tuple => $"{{{string.Join(", ", tuple.Names.Select(name => $"{name}: {Show(tuple[name])}"))}}}",
        FhirElement element => element.TypeName,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static bool SameList(JsonElement expected, IReadOnlyList<object?> actual) =>
        expected.GetArrayLength() == actual.Count && expected.EnumerateArray().Zip(actual, Agrees).All(same => same);

    private static bool SameObject(JsonProperty expected, object? actual) => expected.Name switch
    {
        "dateTime" => actual is CqlDateTime moment && SameMoment(expected.Value.GetString()!, moment),
        "date" => actual is CqlDate date && date.ToString() == expected.Value.GetString(),
        "quantity" => actual is CqlQuantity quantity && Close(expected.Value[0].GetDecimal(), quantity.Value) && SameUnit(expected.Value[1].GetString(), quantity.Unit),
        "code" => actual is CqlCode code && SameCode(expected.Value, code),
        "concept" => actual is CqlConcept concept && expected.Value.GetArrayLength() == concept.Codes.Count
            && expected.Value.EnumerateArray().Zip(concept.Codes, SameCode).All(same => same),
        "interval" => actual is CqlInterval interval && Agrees(expected.Value[0], interval.Low) && Agrees(expected.Value[1], interval.High)
            && expected.Value[2].GetBoolean() == interval.LowClosed && expected.Value[3].GetBoolean() == interval.HighClosed,
        "tuple" => actual is CqlTuple tuple && expected.Value.EnumerateObject().All(each => Agrees(each.Value, tuple[each.Name])),
        "fhir" => actual is FhirElement element && SameElement(expected.Value, element),
        _ => false,
    };

    /// <summary>A time written to the second is the same as one written to the millisecond.</summary>
    private static bool SameMoment(string expected, CqlDateTime actual) => expected.Length < 20
        ? actual.ToString() == expected
        : actual.Earliest == DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture);

    /// <summary>Floating point on the other side: the eight decimals that CQL keeps are compared.</summary>
    private static bool Close(decimal expected, decimal actual) => Math.Abs(expected - actual) <= 0.00000001m;

    private static bool SameUnit(string? expected, string? actual) => (expected ?? "1").TrimEnd('s') == (actual ?? "1").TrimEnd('s');

    private static bool SameCode(JsonElement expected, CqlCode actual) =>
        expected[0].GetString() == actual.System && expected[1].GetString() == actual.Code;

    private static bool SameElement(JsonElement expected, FhirElement actual) =>
        expected.GetString() == actual.TypeName || expected.GetString() == $"{actual.TypeName}/{actual.Json.GetProperty("id").GetString()}";
}
