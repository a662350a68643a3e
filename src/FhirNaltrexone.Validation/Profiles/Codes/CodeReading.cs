using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Codes;

/// <summary>Reads the codes of an element that can be bound to a value set.</summary>
internal static class CodeReading
{
    /// <summary>The codes of a code, Coding, CodeableConcept, Quantity, or a text that is bound; none when it has none.</summary>
    public static IEnumerable<CodeQuestion> Codes(in FhirElement element)
    {
        if (element.Type.IsPrimitive) return element.Value.ValueKind == JsonValueKind.String ? [new(null, element.Value.GetString()!)] : [];
        return element.Type.Name == "CodeableConcept"
            ? element.Value.Items("coding").Select(Coding).OfType<CodeQuestion>()
            : Coding(element.Value) is { } code ? [code] : [];
    }

    /// <summary>The code of a Coding or Quantity; null when it has none. A missing system is the empty one.</summary>
    public static CodeQuestion? Coding(JsonElement coding) => coding.Text("code") is not { } code ? null : new(coding.Text("system") ?? "", code)
    {
        Version = coding.Text("version"),
        Display = coding.Text("display"),
    };
}
