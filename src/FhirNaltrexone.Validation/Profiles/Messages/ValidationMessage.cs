using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Validation.Profiles.Messages;

/// <summary>What the validator says when a rule is broken.</summary>
/// <param name="Id">Stable id, such as <c>NAL-CARD-MIN</c>.</param>
/// <param name="Severity">Severity.</param>
/// <param name="Code">Code of FHIR R4 IssueType.</param>
/// <param name="Text">Sentence that says what is wrong and what to do, without its full stop; <c>{0}</c> and so on stand for names from the definitions.</param>
public sealed record ValidationMessage(string Id, IssueSeverity Severity, string Code, string Text);
