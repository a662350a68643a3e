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
    // Each question more may double the work.
    private const int MostAssumed = 3;

    private const string Unknown = "it asks for a value set or profile that is not known well enough here";

    private readonly ValidationMessage _message = severity == IssueSeverity.Error ? ValidationMessages.InvariantBroken : ValidationMessages.AdviceBroken;

    /// <summary>Key of the constraint.</summary>
    public string Key => key;

    public void Check(in FhirElement element, ValidationRun run)
    {
        if (run.IsOver) return;

        var outer = run.Questions;
        var (isBroken, reason) = Judge(element, run, new());
        run.Questions = outer;
        run.IsInDoubt |= reason is not null && severity == IssueSeverity.Error;
        if (reason is not null) run.Report(ValidationMessages.InvariantUndecided, ValidationRun.At(element), key, reason);
        else if (isBroken) run.Report(_message, ValidationRun.At(element), key, words);
    }

    /// <summary>Whether the constraint is broken, or why that cannot be told. What cannot be told does not matter where either answer leads to the same.</summary>
    private (bool IsBroken, string? Reason) Judge(in FhirElement element, ValidationRun run, OpenQuestions questions)
    {
        run.Questions = questions;
        var isTrue = expression.IsTrue(element, run.Context, out var error);
        if (error is not null) return (false, error.Text.TrimEnd('.'));

        // What is empty is not broken: of a value of the wrong JSON type no expression can say more.
        if (questions.First is not { } question) return (isTrue is false, null);
        if (questions.Assumed == MostAssumed) return (false, Unknown);
        var ifTrue = Judge(element, run, questions.With(question, true));
        if (ifTrue.Reason is not null) return ifTrue;
        var ifFalse = Judge(element, run, questions.With(question, false));
        return ifFalse.Reason is not null || ifFalse == ifTrue ? ifFalse : (false, Unknown);
    }
}
