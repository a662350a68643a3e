using FhirNaltrexone.Validation.Elements;
using FhirNaltrexone.Validation.FhirPath;
using FhirNaltrexone.Validation.Outcomes;
using FhirNaltrexone.Validation.Profiles.Messages;

namespace FhirNaltrexone.Validation.Profiles.Rules;

/// <summary>A constraint of a definition: an expression that must be true of the element.</summary>
/// <param name="key">Key of the constraint, such as <c>obs-6</c>.</param>
/// <param name="severity">Error, or warning for what is only good practice.</param>
/// <param name="expression">The expression.</param>
/// <param name="words">What it demands, in words of the definition, or the expression itself.</param>
internal sealed class InvariantRule(string key, IssueSeverity severity, FhirPathExpression expression, string words) : IElementRule
{
    private readonly ValidationMessage _message = severity == IssueSeverity.Error ? ValidationMessages.InvariantBroken : ValidationMessages.AdviceBroken;

    /// <summary>Key of the constraint.</summary>
    public string Key => key;

    public void Check(in FhirElement element, ValidationRun run)
    {
        if (run.IsOver) return;

        var outer = run.HasAskedInVain;
        run.HasAskedInVain = false;
        var isTrue = expression.IsTrue(element, run.Context, out var error);
        var reason = error?.Text.TrimEnd('.') ?? (run.HasAskedInVain ? "it asks for a value set or profile that is not known well enough here" : null);
        run.HasAskedInVain = outer;

        // What is empty is not broken: of a value of the wrong JSON type no expression can say more.
        if (reason is null && isTrue is not false) return;
        if (reason is null) run.Report(_message, ValidationRun.At(element), key, words);
        else run.Report(ValidationMessages.InvariantUndecided, ValidationRun.At(element), key, reason);
    }
}
