namespace FhirNaltrexone.Cql;

/// <summary>A code of a code system, <c>System.Code</c> of CQL.</summary>
/// <param name="Code">The code itself.</param>
/// <param name="System">Canonical URL of the code system; null when not stated.</param>
/// <param name="Version">Version of the code system; null when not stated.</param>
/// <param name="Display">Text for people; null when not stated.</param>
public sealed record CqlCode(string? Code, string? System = null, string? Version = null, string? Display = null);
