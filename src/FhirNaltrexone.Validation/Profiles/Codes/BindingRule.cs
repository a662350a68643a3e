using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Profiles.Rules;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Codes;

/// <summary>The code of an element, or one of its codes, is in a value set. What cannot be told here is said, and is no error.</summary>
/// <param name="strength">How strictly.</param>
/// <param name="valueSet">Canonical of the value set.</param>
/// <param name="terminology">Knows the value set.</param>
internal sealed class BindingRule(BindingStrength strength, string valueSet, TerminologyService terminology) : IElementRule
{
    private readonly ValidationMessage _message = strength switch
    {
        BindingStrength.Required => ValidationMessages.NotInRequired,
        BindingStrength.Extensible => ValidationMessages.NotInExtensible,
        _ => ValidationMessages.NotInMaximum,
    };

    public void Check(in FhirElement element, ValidationRun run)
    {
        // A value of the wrong shape is told already; an extension in its place, such as data-absent-reason, is the definition's business.
        if (element.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Object)) return;
        var checks = CodeReading.Codes(element).Select(code => terminology.Validate(valueSet, code)).ToList();
        if (checks.Count == 0) Absent(element, run);
        else Judge(TerminologyService.Best(checks), element, run);
    }

    private void Judge(CodeCheck check, in FhirElement element, ValidationRun run)
    {
        if (check.Verdict == CodeVerdict.No) run.Report(_message, element.Value, valueSet);
        else if (check.Verdict == CodeVerdict.Unknown) run.Report(ValidationMessages.BindingUndecided, element.Value, valueSet, check.Message?.TrimEnd('.'));
    }

    private void Absent(in FhirElement element, ValidationRun run)
    {
        if (strength == BindingStrength.Required && !element.Type.IsPrimitive && element.Value.ValueKind == JsonValueKind.Object)
            run.Report(ValidationMessages.NoCode, element.Value, valueSet);
    }
}
