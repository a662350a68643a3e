namespace FhirNaltrexone.Validation.Terminology.ValueSets;

/// <summary>A filter of a value set (FHIR R4, ValueSet.compose.include.filter).</summary>
/// <param name="Property">Property of the concepts.</param>
/// <param name="Operation">Code of FilterOperator, such as <c>is-a</c>.</param>
/// <param name="Value">What is compared with.</param>
internal sealed record ConceptFilter(string Property, string Operation, string Value);
