namespace FhirNaltrexone.Knowledge;

/// <summary>A code with the system that defines it, as in the FHIR datatype Coding.</summary>
/// <param name="System">Canonical URL of the code system.</param>
/// <param name="Code">The code itself; compared case-sensitively.</param>
/// <param name="Display">What a person reads. Every coding that comes from the content set has one.</param>
public sealed record Coding(string System, string Code, string? Display);
