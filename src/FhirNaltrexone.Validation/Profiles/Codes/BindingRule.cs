using System.Text.Json;
using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Profiles.Rules;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Codes;

/// <summary>The code of an element, or one of its codes, is in a value set. What cannot be told here is said, and is no error.</summary>
/// <param name="strength">How strictly.</param>
/// <param name="valueSet">Canonical of the value set.</param>
/// <param name="codes">Knows the value set.</param>
/// <param name="others">Codes that are right as well; null for none.</param>
internal sealed class BindingRule(BindingStrength strength, string valueSet, CodeVerdicts codes, IReadOnlyList<string>? others = null) : IElementRule
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
        if (element.Value.ValueKind != (element.Type.IsPrimitive ? JsonValueKind.String : JsonValueKind.Object)) return;
        if (others is not null && element.Value.ValueKind == JsonValueKind.String && others.Contains(element.Value.GetString()!)) return;
        if (Best(element) is { } check) Judge(check, element, run);
        else Absent(element, run);
    }

    /// <summary>The best answer for the codes of an element; null when it has none.</summary>
    private CodeCheck? Best(in FhirElement element)
    {
        if (element.Type.IsPrimitive) return codes.In(valueSet, new(null, element.Value.GetString()!));
        var checks = CodeReading.Codes(element).Select(code => codes.In(valueSet, code)).ToList();
        return checks.Count == 0 ? null : TerminologyService.Best(checks);
    }

    private void Judge(CodeCheck check, in FhirElement element, ValidationRun run)
    {
        run.IsInDoubt |= check.Verdict == CodeVerdict.Unknown && _message.Severity <= IssueSeverity.Error;
        if (check.Verdict == CodeVerdict.No) run.Report(_message, element.Value, valueSet);
        else if (check.Verdict == CodeVerdict.Unknown) run.Report(ValidationMessages.BindingUndecided, element.Value, valueSet, check.Message?.TrimEnd('.'));
    }

    private void Absent(in FhirElement element, ValidationRun run)
    {
        if (strength == BindingStrength.Required && !element.Type.IsPrimitive && element.Value.ValueKind == JsonValueKind.Object)
            run.Report(ValidationMessages.NoCode, element.Value, valueSet);
    }
}
