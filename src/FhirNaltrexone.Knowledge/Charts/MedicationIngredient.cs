using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Charts;

/// <summary>One ingredient of a Medication.</summary>
/// <param name="Concept">A CodeableConcept; undefined when only a name is known.</param>
/// <param name="Name">The name, when there is no concept.</param>
internal readonly record struct MedicationIngredient(JsonElement Concept, string? Name);
