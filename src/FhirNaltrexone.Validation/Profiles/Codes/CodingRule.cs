using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Profiles.Messages;
using FhirNaltrexone.Validation.Profiles.Rules;
using FhirNaltrexone.Validation.Terminology;

namespace FhirNaltrexone.Validation.Profiles.Codes;

/// <summary>A code exists in the system it names, and its display is one of the code's, as far as the system is known here.</summary>
/// <param name="codes">Knows code systems.</param>
internal sealed class CodingRule(CodeVerdicts codes) : IElementRule
{
    public void Check(in FhirElement element, ValidationRun run)
    {
        if (CodeReading.Coding(element.Value) is not { System: { Length: > 0 } system } code) return;
        var check = codes.InSystem(code);
        if (check.Verdict == CodeVerdict.No) run.ReportChild("code", ValidationMessages.UnknownCode, element.Value.GetProperty("code"), system);
        else if (check.Verdict == CodeVerdict.Unknown) run.ReportChild("code", ValidationMessages.CodeUndecided, element.Value.GetProperty("code"), system);
        else if (check.IsDisplayWrong) run.ReportChild("display", ValidationMessages.WrongDisplay, element.Value.GetProperty("display"), system);
    }
}
