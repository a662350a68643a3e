using System.Collections.Frozen;
using System.Text.Json;
using FhirNaltrexone.Cql;

namespace FhirNaltrexone.Knowledge.Suggestions;

/// <summary>Writes CQL values as FHIR elements.</summary>
internal static class ElementValue
{
    /// <summary>The CQL types, as ELM names them, that can be written.</summary>
    public static readonly FrozenSet<string> Types = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.String",
        "System.Boolean",
        "System.Integer",
        "System.Decimal",
        "System.Date",
        "System.DateTime",
        "System.Quantity");

    /// <summary>Writes a value; null for null, for an empty text and for types that have no simple element.</summary>
    public static Action<Utf8JsonWriter>? Writer(object? value) => value switch
    {
        string { Length: > 0 } text => writer => writer.WriteStringValue(text),
        bool flag => writer => writer.WriteBooleanValue(flag),
        int number => writer => writer.WriteNumberValue(number),
        decimal number => writer => writer.WriteNumberValue(number),
        CqlDate or CqlDateTime => writer => writer.WriteStringValue(value.ToString()),
        CqlQuantity quantity => writer => WriteQuantity(writer, quantity),
        _ => null,
    };

    private static void WriteQuantity(Utf8JsonWriter writer, CqlQuantity quantity)
    {
        var unit = quantity.Unit ?? "1";
        writer.WriteStartObject();
        writer.WriteNumber("value", quantity.Value);
        writer.WriteString("unit", unit);
        writer.WriteString("system", "http://unitsofmeasure.org");
        writer.WriteString("code", unit);
        writer.WriteEndObject();
    }
}
