namespace FhirNaltrexone.Validation.Model;

/// <summary>What FHIR R4 says of an element with regard to summaries.</summary>
/// <param name="Name">Name of the element; of a choice without its type: <c>value</c>.</param>
/// <param name="IsSummary">Whether it belongs to a summary.</param>
/// <param name="IsMandatory">Whether it must be there.</param>
/// <param name="Members">What it consists of; null for primitives, extensions, resources and choices.</param>
public sealed record SummaryElement(string Name, bool IsSummary, bool IsMandatory, SummaryModel? Members);
