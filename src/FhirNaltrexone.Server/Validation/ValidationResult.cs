using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Validation;

/// <summary>What came of a text that was to be validated.</summary>
/// <param name="IsRead">Whether it could be read at all; if not, the issues say why, and nothing was validated.</param>
/// <param name="Issues">What there is to say.</param>
internal sealed record ValidationResult(bool IsRead, IReadOnlyList<Issue> Issues)
{
    /// <summary>Whether it was read and has no error.</summary>
    public bool IsValid => IsRead && !Issues.Any(issue => issue.Severity <= IssueSeverity.Error);
}
