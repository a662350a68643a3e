namespace FhirNaltrexone.Server.Conformance.Scripts;

/// <summary>A variable: its value is taken from a fixture or answer whenever it is used.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">Value when the source does not give one; null for none.</param>
/// <param name="Source">Fixture or answer; null for the last answer.</param>
/// <param name="HeaderField">Header the value is in; null for none.</param>
/// <param name="Expression">FHIRPath the value is at; null for none.</param>
/// <param name="Path">XPath or JSONPath the value is at, which this runner does not know; null for none.</param>
internal sealed record ScriptVariable(string Name, string? Default, string? Source, string? HeaderField, string? Expression, string? Path);
