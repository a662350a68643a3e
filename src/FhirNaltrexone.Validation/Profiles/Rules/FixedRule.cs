using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;

namespace FhirNaltrexone.Validation.Profiles.Rules;

/// <summary>The element has exactly this value (FHIR R4, ElementDefinition.fixed[x]).</summary>
/// <param name="value">The value.</param>
internal sealed class FixedRule(JsonElement value) : IElementRule
{
    public void Check(in FhirElement element, ValidationRun run)
    {
        if (!JsonElement.DeepEquals(element.Value, value)) run.Report(ValidationMessages.NotFixed, ValidationRun.At(element), Shown.Of(value));
    }
}
