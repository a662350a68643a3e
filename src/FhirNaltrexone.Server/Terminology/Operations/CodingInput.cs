using System.Text.Json;
using FhirNaltrexone.Server.Fhir;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Server.Terminology.Operations;

/// <summary>Reads parameters that are codings.</summary>
internal static class CodingInput
{
    /// <summary>A Coding, or <c>system|code</c> in the URL; null when not given.</summary>
    public static CodeQuestion? Coding(this CallInput input, string name)
    {
        if (input.Single(name) is not { } value) return null;
        var coding = value.ValueKind switch
        {
            JsonValueKind.Object => Question(value),
            JsonValueKind.String when value.GetString()!.Split('|') is [var system, { Length: > 0 } code] => new CodeQuestion(system, code),
            _ => null,
        };
        if (coding is null) input.Fail(name, "This parameter must be a Coding with a code; in a URL, 'system|code'.");
        return coding;
    }

    /// <summary>The codings of a CodeableConcept that have a code; null when not given.</summary>
    public static IReadOnlyList<CodeQuestion>? Concept(this CallInput input, string name)
    {
        if (input.Single(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Object)
        {
            return value.TryGetProperty("coding", out var list) && list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray().Select(Question).OfType<CodeQuestion>()]
                : [];
        }

        input.Fail(name, "This parameter must be a CodeableConcept; call by POST.");
        return null;
    }

    /// <summary>A coding read as a question; null without a code. One without system has the empty system, which no value set has.</summary>
    private static CodeQuestion? Question(JsonElement coding) => Member(coding, "code") is { Length: > 0 } code
        ? new(Member(coding, "system") ?? "", code) { Version = Member(coding, "version"), Display = Member(coding, "display") }
        : null;

    private static string? Member(JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
