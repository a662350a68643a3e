namespace FhirNaltrexone.Server.Security.Sensitivity.Policy;

/// <summary>A security label.</summary>
/// <param name="System">Code system.</param>
/// <param name="Code">Code.</param>
/// <param name="Display">Text for people; null for none.</param>
internal sealed record Label(string System, string Code, string? Display = null);
