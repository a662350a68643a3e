using System.Buffers;
using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Charts;

/// <summary>Writes the evaluation copy of an order whose medication stands in a resource of its own: rules see codes only.</summary>
public static class MedicationCopies
{
    private const string IngredientUrl = "https://fhirnaltrexone.example.org/fhir/StructureDefinition/medicine-ingredient";

    /// <summary>The reference to resolve, or null when the resource needs none.</summary>
    public static string? OpenReference(JsonElement resource)
        => FhirJson.ReferenceIn(resource, "medicationReference"u8) is { } reference
            && FhirJson.Object(resource, "medicationCodeableConcept"u8).ValueKind == JsonValueKind.Undefined ? reference : null;

    /// <summary>
    /// The resource with the code of the medication in the place of the reference (medication[x] has one value, FHIR R4) and its ingredients as
    /// extensions of that, or null when the medication has neither.
    /// </summary>
    internal static JsonDocument? Write(JsonElement resource, JsonElement medication, IReadOnlyCollection<MedicationIngredient> ingredients)
    {
        var code = FhirJson.Object(medication, "code"u8);
        if (code.ValueKind != JsonValueKind.Object && ingredients.Count == 0)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            foreach (var member in resource.EnumerateObject())
            {
                if (!member.NameEquals("medicationReference"u8) && !member.NameEquals("medicationCodeableConcept"u8))
                {
                    member.WriteTo(json);
                }
            }

            json.WritePropertyName("medicationCodeableConcept"u8);
            WriteMedicine(json, code, ingredients);
            json.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    private static void WriteMedicine(Utf8JsonWriter json, JsonElement code, IReadOnlyCollection<MedicationIngredient> ingredients)
    {
        if (ingredients.Count == 0)
        {
            code.WriteTo(json);
            return;
        }

        json.WriteStartObject();
        foreach (var member in code.ValueKind == JsonValueKind.Object ? code.EnumerateObject() : default)
        {
            if (!member.NameEquals("extension"u8))
            {
                member.WriteTo(json);
            }
        }

        json.WriteStartArray("extension"u8);
        foreach (var extension in FhirJson.Array(code, "extension"u8) is { ValueKind: JsonValueKind.Array } own ? own.EnumerateArray() : default)
        {
            extension.WriteTo(json);
        }

        foreach (var ingredient in ingredients)
        {
            WriteIngredient(json, ingredient);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteIngredient(Utf8JsonWriter json, MedicationIngredient ingredient)
    {
        json.WriteStartObject();
        json.WriteString("url"u8, IngredientUrl);
        json.WritePropertyName("valueCodeableConcept"u8);
        if (ingredient.Name is { } name)
        {
            json.WriteStartObject();
            json.WriteString("text"u8, name);
            json.WriteEndObject();
        }
        else
        {
            ingredient.Concept.WriteTo(json);
        }

        json.WriteEndObject();
    }
}
