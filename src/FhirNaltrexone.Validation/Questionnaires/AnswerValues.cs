using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.FhirPath.Values;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Questionnaires;

/// <summary>Values of answers: members such as <c>valueCoding</c>, compared with each other and with what a questionnaire gives.</summary>
internal static class AnswerValues
{
    /// <summary>The values of the answers of an item.</summary>
    public static IEnumerable<JsonProperty> Of(ResponseNode node) => node.Answers.Select(answer => answer.Choice("value")).OfType<JsonProperty>();

    /// <summary>Whether a value compares with another as an operator says; null when that cannot be told.</summary>
    public static bool? Compares(JsonProperty value, string comparison, JsonProperty expected)
    {
        if (comparison == "=") return AreEqual(value, expected);
        return Order(value, expected) is not { } order ? null : comparison switch
        {
            ">" => order > 0,
            "<" => order < 0,
            ">=" => order >= 0,
            _ => order <= 0,
        };
    }

    /// <summary>Whether two values are the same; null when that cannot be told, as of a day and a month.</summary>
    public static bool? AreEqual(JsonProperty value, JsonProperty other) => (TypeOf(value), TypeOf(other)) switch
    {
        ("Coding", "Coding") => SameCode(value.Value, other.Value),
        ("Reference", "Reference") => value.Value.Text("reference") is { } mine && other.Value.Text("reference") is { } theirs ? mine == theirs : null,
        ("boolean", "boolean") => value.Value.ValueKind == other.Value.ValueKind,
        ("string" or "uri", "string" or "uri") => value.Value.ValueKind == JsonValueKind.String && other.Value.ValueKind == JsonValueKind.String
            && value.Value.GetString() == other.Value.GetString(),
        _ => Order(value, other) is { } order ? order == 0 : null,
    };

    /// <summary>Whether a value is what an expression gave; null when that cannot be told.</summary>
    public static bool? IsSame(JsonProperty value, in FhirPathValue computed)
    {
        if (computed.Kind == FhirPathKind.Element && TypeOf(value) == "Coding") return SameCode(value.Value, computed.Element.Value);
        var (mine, theirs) = (Read(value), Primitives.Read(computed));
        if (mine is not { } known) return null;
        if (known.Boolean is { } truth) return theirs.Boolean == truth;
        return Ordering.TryCompare(known, theirs, defaultOffset: 0, out var order) && order is { } told ? told == 0 : null;
    }

    /// <summary>Negative, zero or positive; null when it cannot be told.</summary>
    public static int? Order(JsonProperty value, JsonProperty other)
    {
        if (Read(value) is not { } mine || Read(other) is not { } theirs) return null;
        return Ordering.TryCompare(mine, theirs, defaultOffset: 0, out var order) ? order : null;
    }

    /// <summary>The type a member names: <c>Coding</c> of <c>valueCoding</c>, <c>boolean</c> of <c>answerBoolean</c>.</summary>
    public static string TypeOf(JsonProperty value)
    {
        var start = value.Name.StartsWith("value", StringComparison.Ordinal) ? "value".Length : "answer".Length;
        var name = value.Name[start..];
        return TypeCatalogue.Core.Find(name) is null ? char.ToLowerInvariant(name[0]) + name[1..] : name;
    }

    /// <summary>The value as FHIRPath knows it; null when it is of no type of FHIR.</summary>
    private static FhirPathValue? Read(JsonProperty value)
        => TypeCatalogue.Core.Find(TypeOf(value)) is { } type && Primitives.Read(FhirPathValue.Of(new FhirElement(value.Value, default, type))) is { Kind: not (FhirPathKind.None or FhirPathKind.Element) } read
            ? read
            : null;

    private static bool SameCode(JsonElement mine, JsonElement theirs)
        => mine.Text("code") is { } code && code == theirs.Text("code") && mine.Text("system") == theirs.Text("system");
}
