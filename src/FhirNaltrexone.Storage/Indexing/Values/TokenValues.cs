using System.Text.Json;
using FhirNaltrexone.Storage.Indexing.Paths;

namespace FhirNaltrexone.Storage.Indexing.Values;

/// <summary>
/// Tokens. A code has the system its binding implies. An identifier also gives a <c>:of-type</c> token for each coding of its type: system of the
/// coding, and as code <c>code|value</c>. Contact points, Booleans, ids, strings and URIs have no system.
/// </summary>
internal static class TokenValues
{
    public static ValueRule? Rule(string type) => type switch
    {
        "Coding" => static (extraction, value, _) => Coding(extraction, value),
        "CodeableConcept" => Concept,
        "Identifier" => Identifier,
        "ContactPoint" => static (extraction, value, _) => extraction.Token(value.Text("value"u8), null),
        "boolean" => Boolean,
        "code" => Code,
        "string" or "id" or "uri" or "url" or "canonical" or "oid" or "uuid" or "markdown" or "date" or "dateTime" or "instant" or "time"
            => static (extraction, value, _) => extraction.Token(value.SafeText(), null),
        "integer" or "positiveInt" or "unsignedInt" => Integer,
        _ => null,
    };

    private static void Coding(Extraction extraction, JsonElement value)
    {
        extraction.Token(value.Text("code"u8), value.Text("system"u8));
        extraction.Text(value.Text("display"u8));
    }

    private static void Concept(Extraction extraction, JsonElement value, PathBranch branch)
    {
        foreach (var coding in value.Items("coding"u8)) Coding(extraction, coding);
        extraction.Text(value.Text("text"u8));
    }

    private static void Identifier(Extraction extraction, JsonElement value, PathBranch branch)
    {
        var number = value.Text("value"u8);
        extraction.Token(number, value.Text("system"u8));
        if (value.Member("type"u8) is not { } type) return;
        extraction.Text(type.Text("text"u8));
        if (number is null) return;
        foreach (var coding in type.Items("coding"u8))
        {
            if (coding.Text("code"u8) is { } code) extraction.OfType($"{code}|{number}", coding.Text("system"u8) ?? "");
        }
    }

    private static void Code(Extraction extraction, JsonElement value, PathBranch branch)
    {
        if (value.SafeText() is not { } code) return;
        extraction.Token(code, branch.Systems?.GetValueOrDefault(code));
    }

    private static void Boolean(Extraction extraction, JsonElement value, PathBranch branch)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) extraction.Token(value.ValueKind == JsonValueKind.True ? "true" : "false", null);
    }

    private static void Integer(Extraction extraction, JsonElement value, PathBranch branch)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number))
            extraction.Token(number.ToString(System.Globalization.CultureInfo.InvariantCulture), null);
    }
}
