using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Cql;

namespace FhirNaltrexone.Knowledge.Apply.Values;

/// <summary>Writes values of expressions as FHIR elements of a type.</summary>
internal static class FhirValues
{
    private const string Ucum = "http://unitsofmeasure.org";

    private static readonly HashSet<string> Texts = ["string", "markdown", "code", "id", "uri", "url", "canonical", "oid", "uuid"];

    private static readonly HashSet<string> Quantities = ["Quantity", "Duration", "Age", "Distance", "Count", "SimpleQuantity", "Money"];

    /// <summary>The value as an element of the type; null when it cannot be one.</summary>
    public static JsonNode? Write(object? value, string type) => value switch
    {
        null => null,
        Cql.FhirElement element => WriteElement(element, type),
        bool flag when type == "boolean" => JsonValue.Create(flag),
        int number when type is "integer" or "decimal" || (type == "positiveInt" && number > 0) || (type == "unsignedInt" && number >= 0) => JsonValue.Create(number),
        decimal number when type == "decimal" => JsonValue.Create(number),
        string { Length: > 0 } text when Texts.Contains(type) => JsonValue.Create(text),
        string { Length: > 0 } text when type == "CodeableConcept" => new JsonObject { ["text"] = text },
        string { Length: > 0 } text when type == "Reference" => new JsonObject { ["reference"] = text },
        string { Length: > 0 } text when type == "Annotation" => new JsonObject { ["text"] = text },
        CqlTemporal time => WriteTime(time, type),
        CqlQuantity quantity when Quantities.Contains(type) => WriteQuantity(quantity),
        CqlCode code => WriteCode(code, type),
        CqlConcept concept when type == "CodeableConcept" => WriteConcept(concept),
        CqlInterval interval => WriteInterval(interval, type),
        _ => null,
    };

    /// <summary>The types a value can be, the best first: which one of a choice is meant.</summary>
    public static IReadOnlyList<string> TypesOf(object? value) => value switch
    {
        Cql.FhirElement element => [element.TypeName],
        bool => ["boolean"],
        int => ["integer", "positiveInt", "unsignedInt", "decimal"],
        decimal => ["decimal"],
        string => ["string", "markdown", "uri", "canonical", "code", "CodeableConcept", "Reference"],
        CqlDate => ["date", "dateTime"],
        CqlDateTime => ["dateTime", "instant", "date"],
        CqlTime => ["time"],
        CqlQuantity => ["Quantity", "Duration", "Age"],
        CqlCode => ["CodeableConcept", "Coding", "code"],
        CqlConcept => ["CodeableConcept"],
        CqlInterval { Low: CqlTemporal } or CqlInterval { High: CqlTemporal } => ["Period"],
        CqlInterval => ["Range"],
        _ => [],
    };

    private static JsonNode? WriteElement(Cql.FhirElement element, string type)
        => element.TypeName == type || (Primitive(element) && Primitive(type)) || (Quantities.Contains(element.TypeName) && Quantities.Contains(type))
            ? JsonNode.Parse(element.Json.GetRawText())
            : element.TypeName == "Coding" && type == "CodeableConcept" ? new JsonObject { ["coding"] = new JsonArray(JsonNode.Parse(element.Json.GetRawText())) } : null;

    private static bool Primitive(Cql.FhirElement element) => element.Json.ValueKind is JsonValueKind.String && Primitive(element.TypeName);

    private static bool Primitive(string type) => Texts.Contains(type) || type is "date" or "dateTime" or "instant";

    private static JsonValue? WriteTime(CqlTemporal time, string type)
    {
        var text = time.ToString()!;
        return type switch
        {
            "dateTime" => JsonValue.Create(text),
            "date" => JsonValue.Create(text.Split('T')[0]),
            "instant" when text.Contains('T') => JsonValue.Create(text),
            "time" when time is CqlTime => JsonValue.Create(text.TrimStart('T')),
            "string" or "markdown" => JsonValue.Create(text),
            _ => null,
        };
    }

    private static JsonObject WriteQuantity(CqlQuantity quantity)
    {
        var unit = quantity.Unit ?? "1";
        return new() { ["value"] = quantity.Value, ["unit"] = unit, ["system"] = Ucum, ["code"] = unit };
    }

    private static JsonNode? WriteCode(CqlCode code, string type) => type switch
    {
        "code" => code.Code is null ? null : JsonValue.Create(code.Code),
        "Coding" => Coding(code),
        "CodeableConcept" => new JsonObject { ["coding"] = new JsonArray(Coding(code)) },
        _ => null,
    };

    private static JsonObject WriteConcept(CqlConcept concept)
    {
        var written = new JsonObject { ["coding"] = new JsonArray([.. concept.Codes.Select(Coding)]) };
        if (concept.Display is { } text) written["text"] = text;
        return written;
    }

    private static JsonObject Coding(CqlCode code)
    {
        var coding = new JsonObject();
        if (code.System is { } system) coding["system"] = system;
        if (code.Version is { } version) coding["version"] = version;
        if (code.Code is { } text) coding["code"] = text;
        if (code.Display is { } display) coding["display"] = display;
        return coding;
    }

    private static JsonObject? WriteInterval(CqlInterval interval, string type)
    {
        var (low, high) = type switch
        {
            "Period" => (Write(interval.Low, "dateTime"), Write(interval.High, "dateTime")),
            "Range" => (Write(interval.Low, "Quantity"), Write(interval.High, "Quantity")),
            _ => (null, null),
        };
        if (low is null && high is null) return null;
        var written = new JsonObject();
        if (low is not null) written[type == "Period" ? "start" : "low"] = low;
        if (high is not null) written[type == "Period" ? "end" : "high"] = high;
        return written;
    }
}
