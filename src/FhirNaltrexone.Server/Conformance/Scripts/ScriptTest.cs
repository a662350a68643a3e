namespace FhirNaltrexone.Server.Conformance.Scripts;

/// <summary>A test of a script.</summary>
/// <param name="Name">Its name; null for none.</param>
/// <param name="Description">What it shows; null for none.</param>
/// <param name="Actions">Its steps.</param>
internal sealed record ScriptTest(string? Name, string? Description, IReadOnlyList<ScriptAction> Actions);
