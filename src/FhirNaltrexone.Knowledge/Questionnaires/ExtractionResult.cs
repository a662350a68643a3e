using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Knowledge.Questionnaires;

/// <summary>What came of a response.</summary>
/// <param name="Records">The records, in the order of the questionnaire; not to be used when there are errors.</param>
/// <param name="Issues">Errors, and what else there is to say.</param>
public sealed record ExtractionResult(IReadOnlyList<ExtractedRecord> Records, IReadOnlyList<Issue> Issues)
{
    /// <summary>Whether the records can be used.</summary>
    public bool IsDone => !Issues.Any(issue => issue.Severity <= IssueSeverity.Error);
}
