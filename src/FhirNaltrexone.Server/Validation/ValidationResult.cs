using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Validation;

/// <summary>What came of a text that was to be validated.</summary>
/// <param name="IsDone">Whether it could be read and validated to the end; if not, the issues say why.</param>
/// <param name="Issues">What there is to say.</param>
internal sealed record ValidationResult(bool IsDone, IReadOnlyList<Issue> Issues)
{
    /// <summary>Whether it was validated and has no error.</summary>
    public bool IsValid => IsDone && !Issues.Any(issue => issue.Severity <= IssueSeverity.Error);
}
