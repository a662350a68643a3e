using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Charts;

/// <summary>One ingredient of a Medication; without concept and name one that could not be read.</summary>
/// <param name="Concept">A CodeableConcept; undefined when only a name is known.</param>
/// <param name="Name">The name beside a reference.</param>
internal readonly record struct MedicationIngredient(JsonElement Concept, string? Name)
{
    /// <summary>Whether anything is known of it.</summary>
    public bool IsRead => Name is not null || (Concept.ValueKind == JsonValueKind.Object && Concept.EnumerateObject().MoveNext());
}
