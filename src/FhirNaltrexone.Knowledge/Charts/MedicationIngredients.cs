using System.Runtime.InteropServices;
using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Charts;

/// <summary>What a Medication says that it holds: codes as written, codes of what it refers to where that is at hand, and the name beside the reference.</summary>
internal static class MedicationIngredients
{
    // Each is sought among all contained resources: without a bound a body of 2 MB could ask for hundreds of millions of comparisons.
    private const int MaxReferred = 64;

    /// <summary>
    /// The ingredients; those of ingredients are not looked for. One that could not be read, whatever the reason, stands there without concept and
    /// name, all of them once; but not where it is said to be inactive.
    /// </summary>
    /// <param name="container">Where references to contained resources lead: the order that contains the Medication, or the Medication itself.</param>
    /// <param name="medication">The Medication.</param>
    /// <param name="known">The resources at hand.</param>
    public static List<MedicationIngredient> Of(JsonElement container, JsonElement medication, MedicationIndex known)
    {
        var found = new List<MedicationIngredient>();
        if (medication.ValueKind != JsonValueKind.Object || !medication.TryGetProperty("ingredient"u8, out var ingredients))
        {
            return found;
        }

        // Something stands there, and nobody knows what: not the same as nothing.
        if (ingredients.ValueKind != JsonValueKind.Array)
        {
            found.Add(default);
            return found;
        }

        // Many ingredients may refer to one large resource: each is taken once, so that the copy never holds more than what was sent. The value tells
        // whether it was read.
        var referred = new Dictionary<string, bool>(StringComparer.Ordinal);
        var areAllRead = true;
        foreach (var ingredient in ingredients.EnumerateArray())
        {
            var named = new MedicationIngredient(FhirJson.Object(ingredient, "itemCodeableConcept"u8), null);
            if (named.IsRead)
            {
                found.Add(named);
            }
            else
            {
                areAllRead &= AddReferred(FhirJson.Object(ingredient, "itemReference"u8)) || IsInactive(ingredient);
            }
        }

        if (!areAllRead)
        {
            found.Add(default);
        }

        return found;

        bool AddReferred(JsonElement item)
        {
            if (item.ValueKind != JsonValueKind.Object)
            {
                return false;
            }

            var reference = FhirJson.Text(item, "reference"u8);
            if (reference is not null && !referred.TryAdd(reference, false))
            {
                return referred[reference];
            }

            // A resource may have a code of its own system alone: the name beside the reference then tells what it is.
            var name = FhirJson.Text(item, "display"u8);
            var code = reference is not null && referred.Count <= MaxReferred && known.Find(container, reference) is { } resource
                ? FhirJson.Object(resource, "code"u8)
                : default;
            var told = new MedicationIngredient(code, name);
            if (!told.IsRead)
            {
                return false;
            }

            found.Add(told);
            if (reference is not null) referred[reference] = true;
            return true;
        }
    }

    // Said not to affect what the medicine does (FHIR R4, Medication.ingredient.isActive): no opioid and no naltrexone. What is known of it counts all the same.
    private static bool IsInactive(JsonElement ingredient)
        => ingredient.ValueKind == JsonValueKind.Object && ingredient.TryGetProperty("isActive"u8, out var active) && active.ValueKind == JsonValueKind.False;

    /// <summary>How many bytes the ingredients take in a copy.</summary>
    public static long Size(IEnumerable<MedicationIngredient> ingredients)
        => ingredients.Sum(ingredient => (ingredient.Name?.Length ?? 0L)
            + (ingredient.Concept.ValueKind == JsonValueKind.Object ? JsonMarshal.GetRawUtf8Value(ingredient.Concept).Length : 0));
}
