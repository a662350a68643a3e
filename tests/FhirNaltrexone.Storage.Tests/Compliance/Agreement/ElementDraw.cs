using System.Globalization;
using System.Text.Json.Nodes;

namespace FhirNaltrexone.Storage.Tests.Compliance.Agreement;

/// <summary>Draws elements of resources.</summary>
internal sealed class ElementDraw(Dice dice)
{
    /// <summary>An object of the members that have a value.</summary>
    public static JsonObject Object(params (string Name, JsonNode? Value)[] members)
    {
        var result = new JsonObject();
        foreach (var (name, value) in members.Where(member => member.Value is not null and not JsonArray { Count: 0 })) result[name] = value;
        return result;
    }

    public JsonArray List(int most, Func<JsonNode?> draw) => new([.. dice.UpTo(most, draw)]);

    public JsonObject Name() => Object(
        ("family", dice.Maybe(80, Text)), ("given", List(2, Text)), ("prefix", List(1, Text)), ("text", dice.Maybe(30, Text)));

    public JsonObject Address() => Object(("line", List(2, Text)), ("city", dice.Maybe(80, Text)), ("postalCode", dice.Maybe(40, Text)));

    public JsonObject Contact() => Object(("system", dice.Pick<string>(["phone", "email"])), ("value", Text()));

    public JsonObject Identifier() => Object(
        ("system", dice.Maybe(70, () => JsonValue.Create(dice.Pick(Vocabulary.Systems)))),
        ("value", dice.Pick(Vocabulary.Codes)),
        ("type", dice.Maybe(40, Concept)));

    public JsonObject Coding() => Object(
        ("system", dice.Maybe(70, () => JsonValue.Create(dice.Pick(Vocabulary.Systems)))),
        ("code", dice.Maybe(90, () => JsonValue.Create(dice.Pick(Vocabulary.Codes)))),
        ("display", dice.Maybe(50, Text)));

    public JsonObject Concept() => Object(("coding", List(2, Coding)), ("text", dice.Maybe(50, Text)));

    public JsonValue Date() => JsonValue.Create(dice.Pick(Vocabulary.Dates))!;

    public JsonObject Period() => Object(("start", dice.Maybe(80, Date)), ("end", dice.Maybe(60, Date)));

    public (string, JsonNode?) Effective() => dice.Below(6) switch
    {
        0 => ("effectivePeriod", Period()),
        1 => ("effectiveTiming", Object(("event", List(3, Date)))),
        2 => ("effectiveTiming", Object(("repeat", Object(("boundsPeriod", Period()))))),
        3 => ("effectiveDateTime", null),
        _ => ("effectiveDateTime", Date()),
    };

    public JsonValue Number() => JsonValue.Create(decimal.Parse(dice.Pick(Vocabulary.Numbers), CultureInfo.InvariantCulture));

    public JsonObject Quantity()
    {
        var unit = dice.Pick(Vocabulary.Units);
        return Object(
            ("value", dice.Maybe(95, Number)),
            ("comparator", dice.Maybe(25, () => JsonValue.Create(dice.Pick<string>(["<", "<=", ">=", ">"])))),
            ("unit", unit.Text), ("system", unit.System), ("code", unit.Code));
    }

    public JsonObject Position() => Object(
        ("latitude", dice.Pick<double>([46.948, 47.3769, -17.0, 89.9, 0])), ("longitude", dice.Pick<double>([7.4474, 8.5417, 179.9, -179.9, 0])));

    public JsonObject Reference(params string[] types)
    {
        if (dice.Chance(6)) return Object(("identifier", Identifier()), ("display", dice.Maybe(50, Text)));
        var type = dice.Pick(types);
        var key = dice.Pick([.. Vocabulary.Keys.Where(key => key.Type == type)]);
        var reference = dice.Below(10) switch
        {
            0 => $"{TestSearch.Base}/{key}",
            1 => $"http://other.org/fhir/{key}",
            2 => $"{key}/_history/{1 + dice.Below(3)}",
            3 => $"{key.Type}/never-stored",
            _ => key.ToString(),
        };
        return Object(("reference", reference), ("display", dice.Maybe(30, Text)));
    }

    private JsonValue Text() => JsonValue.Create(dice.Pick(Vocabulary.Texts))!;
}
