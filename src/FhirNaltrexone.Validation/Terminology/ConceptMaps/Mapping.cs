namespace FhirNaltrexone.Validation.Terminology.ConceptMaps;

/// <summary>A mapping from one code to another (FHIR R4, ConceptMap.group.element.target), with the systems of its group.</summary>
internal sealed record Mapping(MappedCode Source, MappedCode Target, string Equivalence, bool IsConditional);
