using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;

namespace FhirNaltrexone.Validation.Profiles.Rules;

/// <summary>The element has at least this value: whatever the pattern has, it has too, deep down (FHIR R4, ElementDefinition.pattern[x]).</summary>
/// <param name="pattern">The pattern.</param>
internal sealed class PatternRule(JsonElement pattern) : IElementRule
{
    public void Check(in FhirElement element, ValidationRun run)
    {
        if (!Fits(element.Value, pattern)) run.Report(ValidationMessages.NotPattern, ValidationRun.At(element), Shown.Of(pattern));
    }

    /// <summary>Whether a value has whatever a pattern has; of lists each item of the pattern in some item.</summary>
    public static bool Fits(JsonElement value, JsonElement pattern) => pattern.ValueKind switch
    {
        JsonValueKind.Object => value.ValueKind == JsonValueKind.Object
            && pattern.EnumerateObject().All(member => value.TryGetProperty(member.Name, out var own) && Fits(own, member.Value)),
        JsonValueKind.Array => value.ValueKind == JsonValueKind.Array && pattern.EnumerateArray().All(item => value.EnumerateArray().Any(own => Fits(own, item))),
        _ => JsonElement.DeepEquals(value, pattern),
    };
}
