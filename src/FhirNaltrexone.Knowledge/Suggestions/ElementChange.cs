using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Suggestions;

/// <summary>Sets the element at a path of a FHIR resource to a value.</summary>
/// <param name="Path">Element names from the root of the resource downwards.</param>
/// <param name="Value">Writes the new value.</param>
internal sealed record ElementChange(ElementPath Path, Action<Utf8JsonWriter> Value);
