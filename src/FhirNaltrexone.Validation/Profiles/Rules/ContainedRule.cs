using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Rules;

/// <summary>Contained resources have ids, all different: nothing else identifies them (FHIR R4, 2.3.0.2).</summary>
internal sealed class ContainedRule : IElementRule
{
    public void Check(in FhirElement element, ValidationRun run)
    {
        if (!element.Value.TryGetProperty("contained"u8, out var contained) || contained.ValueKind != JsonValueKind.Array) return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var resource in contained.EnumerateArray())
        {
            run.Path.Push("contained", index++);
            if (resource.ValueKind == JsonValueKind.Object && (resource.Text("id") is not { } id || !seen.Add(id)))
                run.Report(ValidationMessages.NoContainedId, resource);
            run.Path.Pop();
        }
    }
}
