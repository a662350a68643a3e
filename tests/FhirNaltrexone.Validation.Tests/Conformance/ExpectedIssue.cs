using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Validation.Tests.Conformance;

/// <summary>What a case expects to be told.</summary>
/// <param name="Severity">Severity.</param>
/// <param name="Code">Code of FHIR R4 IssueType.</param>
/// <param name="Expression">FHIRPath of the element.</param>
/// <param name="Key">Key of the invariant, else id of the message.</param>
internal sealed record ExpectedIssue(IssueSeverity Severity, string Code, string Expression, string Key)
{
    /// <summary>Whether an issue is the one expected.</summary>
    public bool Is(Issue issue) => (issue.Severity, issue.Code, issue.Expression) == (Severity, Code, Expression)
        && (issue.MessageId == Key || issue.Text.Contains($" {Key} ", StringComparison.Ordinal));
}
