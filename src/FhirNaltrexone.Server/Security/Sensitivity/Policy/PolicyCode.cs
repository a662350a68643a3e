namespace FhirNaltrexone.Server.Security.Sensitivity.Policy;

/// <summary>A code, or the beginning of codes.</summary>
/// <param name="System">Code system.</param>
/// <param name="Code">Code or beginning.</param>
internal sealed record PolicyCode(string System, string Code);
