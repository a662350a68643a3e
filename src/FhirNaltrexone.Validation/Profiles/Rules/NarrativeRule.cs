using System.Text.Json;
using FhirNaltrexone.Validation.Content;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;

namespace FhirNaltrexone.Validation.Profiles.Rules;

/// <summary>A narrative is XHTML as FHIR allows it (the constraints txt-1 and txt-2).</summary>
internal sealed class NarrativeRule : IElementRule
{
    public void Check(in FhirElement element, ValidationRun run)
    {
        if (element.Value.ValueKind == JsonValueKind.String && !NarrativeRules.Allow(element.Value.GetString()!))
            run.Report(ValidationMessages.BadNarrative, element.Value);
    }
}
