namespace FhirNaltrexone.Knowledge.Apply;

/// <summary>Something the reader of the result must know. Free of health information.</summary>
/// <param name="Code">Code of FHIR R4 IssueType.</param>
/// <param name="Text">A full sentence.</param>
/// <param name="Expression">FHIRPath of the element of the result, or the parameter concerned; null for the whole.</param>
public sealed record ApplyIssue(string Code, string Text, string? Expression = null);
