using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles.Messages;

namespace FhirNaltrexone.Validation.Profiles.Rules;

/// <summary>A constraint whose expression cannot be read: it is said that it was not checked.</summary>
/// <param name="key">Key of the constraint.</param>
/// <param name="severity">Severity of the constraint.</param>
/// <param name="problem">What is wrong with the expression.</param>
internal sealed class UndecidableRule(string key, IssueSeverity severity, string problem) : IElementRule
{
    public void Check(in FhirElement element, ValidationRun run)
    {
        run.IsInDoubt |= severity == IssueSeverity.Error;
        run.Report(ValidationMessages.InvariantUndecided, ValidationRun.At(element), key, problem.TrimEnd('.'));
    }
}
