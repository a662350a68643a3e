using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Profiles.Rules;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.References;

/// <summary>A literal reference is written as one, and its target is of one of the types allowed, as far as that can be told.</summary>
/// <param name="types">The resource types allowed; empty for any.</param>
internal sealed class ReferenceRule(IReadOnlyList<string> types) : IElementRule
{
    public void Check(in FhirElement element, ValidationRun run)
    {
        if (element.Type.Name != "Reference" || element.Value.ValueKind != JsonValueKind.Object) return;
        var declared = element.Value.Text("type");
        if (element.Value.Text("reference") is not { } text)
        {
            CheckType(declared, element, run);
            return;
        }

        var reference = ReferenceText.Parse(text);
        var target = run.Resolver.Find(run.Scope, text)?.Resource.Type.Name ?? reference.Type;
        if (reference.IsFragment && target is null) run.ReportChild("reference", ValidationMessages.NoContained, element.Value);
        else if (!reference.IsFragment && !reference.IsAbsolute && !reference.IsConditional && target is null)
            run.ReportChild("reference", ValidationMessages.BadReference, element.Value);
        if (declared is not null && target is not null && declared != target) run.ReportChild("type", ValidationMessages.OtherTarget, element.Value);
        CheckType(target ?? declared, element, run);
    }

    private void CheckType(string? target, in FhirElement element, ValidationRun run)
    {
        if (target is not null && types.Count > 0 && !types.Contains(target))
            run.Report(ValidationMessages.WrongTarget, element.Value, string.Join(", ", types));
    }
}
