using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Profiles.References;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Rules;

/// <summary>The system of an identifier or code is an absolute URI: a relative one would mean something else in every place (FHIR R4, 2.24.0.7).</summary>
internal sealed class AbsoluteSystemRule : IElementRule
{
    public void Check(in FhirElement element, ValidationRun run)
    {
        if (element.Value.ValueKind == JsonValueKind.Object && element.Value.Text("system") is { } system && !ReferenceText.HasScheme(system))
            run.ReportChild("system", ValidationMessages.RelativeSystem, element.Value.GetProperty("system"));
    }
}
