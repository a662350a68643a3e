using System.Globalization;
using System.Text.Json;
using FhirNaltrexone.Cql;

namespace FhirNaltrexone.Knowledge.Libraries;

/// <summary>
/// Writes values of defines as entries of <c>Parameters.parameter</c>, as "Using CQL with FHIR" maps them: null and the empty list by extensions, a
/// list by repetition, what has parts by parts. Where R4 has no type for a value it is text with its CQL type beside it.
/// </summary>
/// <param name="json">Stands inside an array of parameters.</param>
/// <param name="limit">Most entries written.</param>
public sealed class ParameterWriter(Utf8JsonWriter json, int limit)
{
    private const string AbsentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    private const string EmptyList = "http://hl7.org/fhir/StructureDefinition/cqf-isEmptyList";
    private const string CqlType = "http://hl7.org/fhir/StructureDefinition/cqf-cqlType";
    private const string Ucum = "http://unitsofmeasure.org";
    private const string Element = "element";
    private const int MaxDepth = 16;

    // CQL's own words for calendar durations; they are no UCUM codes.
    private static readonly HashSet<string> CalendarUnits = new(StringComparer.Ordinal)
    {
        "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "minutes", "second", "seconds", "millisecond", "milliseconds",
    };

    private int _written;

    /// <summary>Writes a value: one entry, or one for each item of a list.</summary>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="value">A CLR or CQL value, a <see cref="FhirElement"/>, a list of those, or null.</param>
    /// <exception cref="ValueTooLargeException">There is more to write than allowed; what was written so far is of no use.</exception>
    public void Write(string name, object? value) => Write(name, value, 0);

    private void Write(string name, object? value, int depth)
    {
        if (value is not IReadOnlyList<object?> list)
        {
            WriteEntry(name, value, depth);
            return;
        }

        if (list.Count == 0) WriteMarked(name, EmptyList, "valueBoolean", true);
        foreach (var item in list) WriteEntry(name, item, depth);
    }

    private void WriteEntry(string name, object? value, int depth)
    {
        if (++_written > limit || depth > MaxDepth) throw new ValueTooLargeException();
        if (value is null)
        {
            WriteMarked(name, AbsentReason, "valueCode", "unknown");
            return;
        }

        json.WriteStartObject();
        json.WriteString("name"u8, name);
        WriteValue(value, depth);
        json.WriteEndObject();
    }

    private void WriteMarked(string name, string extension, string member, object mark)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteStartObject("_valueBoolean"u8);
        json.WriteStartArray("extension"u8);
        WriteExtension(extension, member, mark);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteExtension(string url, string member, object value)
    {
        json.WriteStartObject();
        json.WriteString("url"u8, url);
        json.WritePropertyName(member);
        if (value is bool flag) json.WriteBooleanValue(flag);
        else json.WriteStringValue((string)value);
        json.WriteEndObject();
    }

    private void WriteValue(object value, int depth)
    {
        switch (value)
        {
            case bool flag:
                json.WriteBoolean("valueBoolean"u8, flag);
                break;
            case int number:
                json.WriteNumber("valueInteger"u8, number);
                break;
            case long number:
                WriteText(number.ToString(CultureInfo.InvariantCulture), "System.Long");
                break;
            case decimal number:
                json.WriteNumber("valueDecimal"u8, number);
                break;
            case string { Length: > 0 } text:
                json.WriteString("valueString"u8, text);
                break;
            case string:
                WriteExtensionOnly("System.String");
                break;
            case CqlTemporal temporal:
                WriteTemporal(temporal);
                break;
            case FhirElement element:
                WriteElement(element);
                break;
            case JsonElement { ValueKind: JsonValueKind.Object } resource when resource.TryGetProperty("resourceType"u8, out _):
                WriteMember("resource", resource);
                break;
            default:
                WriteCompound(value, depth);
                break;
        }
    }

    private void WriteCompound(object value, int depth)
    {
        switch (value)
        {
            case CqlQuantity quantity:
                json.WritePropertyName("valueQuantity"u8);
                WriteQuantity(quantity);
                break;
            case CqlRatio ratio:
                json.WriteStartObject("valueRatio"u8);
                json.WritePropertyName("numerator"u8);
                WriteQuantity(ratio.Numerator);
                json.WritePropertyName("denominator"u8);
                WriteQuantity(ratio.Denominator);
                json.WriteEndObject();
                break;
            case CqlCode code:
                json.WritePropertyName("valueCoding"u8);
                WriteCoding(code);
                break;
            case CqlConcept concept:
                WriteConcept(concept);
                break;
            case CqlVocabulary vocabulary:
                json.WriteString("valueCanonical"u8, vocabulary.Version is null ? vocabulary.Id : $"{vocabulary.Id}|{vocabulary.Version}");
                break;
            default:
                WriteParts(value, depth);
                break;
        }
    }

    private void WriteParts(object value, int depth)
    {
        json.WriteStartArray("part"u8);
        switch (value)
        {
            case CqlInterval interval:
                WriteBounds(interval.Low, interval.High, interval.LowClosed, interval.HighClosed, depth);
                break;
            case CqlUncertainty range:
                WriteBounds((int)range.Low, (int)range.High, true, true, depth);
                break;
            case CqlTuple tuple:
                foreach (var name in tuple.Names) Write(name, tuple[name], depth + 1);
                break;
            case IReadOnlyList<object?> list:
                Write(Element, list, depth + 1);
                break;
            default:
                throw new NotSupportedException($"There is no FHIR value for {value.GetType().Name}.");
        }

        json.WriteEndArray();
    }

    private void WriteBounds(object? low, object? high, bool isLowClosed, bool isHighClosed, int depth)
    {
        Write("low", low, depth + 1);
        Write("high", high, depth + 1);
        Write("lowClosed", isLowClosed, depth + 1);
        Write("highClosed", isHighClosed, depth + 1);
    }

    private void WriteTemporal(CqlTemporal temporal)
    {
        switch (temporal)
        {
            case CqlDate date:
                json.WriteString("valueDate"u8, date.ToString());
                break;
            case CqlDateTime { Precision: <= CqlPrecision.Day } dateTime:
                json.WriteString("valueDateTime"u8, dateTime.ToString());
                break;

            // FHIR wants an offset with a time; where the value states none it was read in that of the evaluation.
            case CqlDateTime { Precision: >= CqlPrecision.Second } dateTime:
                json.WriteString("valueDateTime"u8, dateTime.HasOffset ? dateTime.ToString() : dateTime + Offset(dateTime.OffsetMinutes));
                break;
            case CqlTime { Precision: >= CqlPrecision.Second } time:
                json.WriteString("valueTime"u8, time.ToString());
                break;
            default:
                WriteText(temporal.ToString(), temporal is CqlTime ? "System.Time" : "System.DateTime");
                break;
        }
    }

    private void WriteElement(FhirElement element)
    {
        if (element.Json.ValueKind == JsonValueKind.Object && element.Json.TryGetProperty("resourceType"u8, out _)) WriteMember("resource", element.Json);
        else if (ParameterTypes.Find(element.TypeName) is { } member) WriteMember(member, element.Json);
        else WriteText(element.Json.ValueKind == JsonValueKind.String ? element.Json.GetString()! : element.Json.GetRawText(), $"FHIR.{element.TypeName}");
    }

    private void WriteMember(string name, JsonElement value)
    {
        json.WritePropertyName(name);
        value.WriteTo(json);
    }

    private void WriteQuantity(CqlQuantity quantity)
    {
        var unit = quantity.Unit ?? "1";
        json.WriteStartObject();
        json.WriteNumber("value"u8, quantity.Value);
        json.WriteString("unit"u8, unit);
        if (!CalendarUnits.Contains(unit))
        {
            json.WriteString("system"u8, Ucum);
            json.WriteString("code"u8, unit);
        }

        json.WriteEndObject();
    }

    private void WriteCoding(CqlCode code)
    {
        json.WriteStartObject();
        if (code.System is not null) json.WriteString("system"u8, code.System);
        if (code.Version is not null) json.WriteString("version"u8, code.Version);
        if (code.Code is not null) json.WriteString("code"u8, code.Code);
        if (code.Display is not null) json.WriteString("display"u8, code.Display);
        json.WriteEndObject();
    }

    private void WriteConcept(CqlConcept concept)
    {
        json.WriteStartObject("valueCodeableConcept"u8);
        if (concept.Codes.Count > 0)
        {
            json.WriteStartArray("coding"u8);
            foreach (var code in concept.Codes) WriteCoding(code);
            json.WriteEndArray();
        }

        if (concept.Display is not null) json.WriteString("text"u8, concept.Display);
        json.WriteEndObject();
    }

    private void WriteText(string text, string type)
    {
        json.WriteString("valueString"u8, text);
        WriteExtensionOnly(type);
    }

    // FHIR has no empty string; the CQL type alone says that there is a value.
    private void WriteExtensionOnly(string type)
    {
        json.WriteStartObject("_valueString"u8);
        json.WriteStartArray("extension"u8);
        WriteExtension(CqlType, "valueString", type);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Offset(int minutes)
        => string.Create(CultureInfo.InvariantCulture, $"{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes) / 60:00}:{Math.Abs(minutes) % 60:00}");
}
