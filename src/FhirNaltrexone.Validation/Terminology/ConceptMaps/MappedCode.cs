namespace FhirNaltrexone.Validation.Terminology.ConceptMaps;

/// <summary>A code at one end of a mapping; its code is null where the map says that there is none.</summary>
internal sealed record MappedCode(string? System, string? Code, string? Display);
