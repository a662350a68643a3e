using System.Buffers;
using System.Text.Json;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Knowledge.Charts;

/// <summary>Writes the evaluation copy of an order whose medication stands in a resource of its own: rules see codes only.</summary>
public static class MedicationCopies
{
    private const string IngredientUrl = $"{Systems.Own}/StructureDefinition/medicine-ingredient";
    private const string FormUrl = $"{Systems.Own}/StructureDefinition/medicine-form";
    private const string AbsentUrl = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    /// <summary>The reference to resolve, or null when the resource needs none.</summary>
    public static string? OpenReference(JsonElement resource)
        => FhirJson.ReferenceIn(resource, "medicationReference"u8) is { } reference
            && FhirJson.Object(resource, "medicationCodeableConcept"u8).ValueKind == JsonValueKind.Undefined ? reference : null;

    /// <summary>The reference to what is not within the resource or its Bundle, and may have to be asked for; or null.</summary>
    public static string? ReferenceElsewhere(JsonElement resource)
        => OpenReference(resource) is { } reference && !reference.StartsWith('#') && !reference.StartsWith("urn:", StringComparison.Ordinal) ? reference : null;

    /// <summary>Whether a code or a name of the medication has to be put into the resource.</summary>
    public static bool IsOpen(JsonElement resource) => OpenReference(resource) is not null || NameIn(resource) is not null;

    /// <summary>
    /// The resource with the code of the medication in the place of the reference (medication[x] has one value, FHIR R4) and its ingredients and form
    /// as extensions of that, or null when neither code nor ingredients tell anything. A code without any words takes those of the reference: nobody
    /// else may know it.
    /// </summary>
    internal static JsonDocument? Write(JsonElement resource, JsonElement medication, List<MedicationIngredient> ingredients)
    {
        var code = FhirJson.Object(medication, "code"u8);
        if (code.ValueKind != JsonValueKind.Object && !ingredients.Exists(ingredient => ingredient.IsRead))
        {
            return null;
        }

        var name = HasWords(code) ? null : NameIn(resource);
        return Copy(resource, json => WriteMedicine(json, code, name, FhirJson.Object(medication, "form"u8), ingredients));
    }

    /// <summary>The name that the reference to the medication bears, or null when it bears none or the resource has a code of its own.</summary>
    internal static string? NameIn(JsonElement resource)
        => FhirJson.Object(resource, "medicationCodeableConcept"u8).ValueKind == JsonValueKind.Undefined
            && FhirJson.Object(resource, "medicationReference"u8) is { ValueKind: JsonValueKind.Object } reference
                ? FhirJson.Text(reference, "display"u8) : null;

    /// <summary>The resource with a name in the place of the reference.</summary>
    internal static JsonDocument Write(JsonElement resource, string name)
        => Copy(resource, json =>
        {
            json.WriteStartObject();
            json.WriteString("text"u8, name);
            json.WriteEndObject();
        });

    private static bool HasWords(JsonElement code)
        => code.ValueKind == JsonValueKind.Object
            && (FhirJson.Text(code, "text"u8) is not null
                || (FhirJson.Array(code, "coding"u8) is { ValueKind: JsonValueKind.Array } codings
                    && codings.EnumerateArray().Any(coding => coding.ValueKind == JsonValueKind.Object && FhirJson.Text(coding, "display"u8) is not null)));

    private static JsonDocument Copy(JsonElement resource, Action<Utf8JsonWriter> writeMedicine)
    {
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
            writeMedicine(json);
            json.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    private static void WriteMedicine(Utf8JsonWriter json, JsonElement code, string? name, JsonElement form, List<MedicationIngredient> ingredients)
    {
        var hasParts = ingredients.Count > 0 || HasMembers(form);
        if (name is null && !hasParts)
        {
            code.WriteTo(json);
            return;
        }

        json.WriteStartObject();
        foreach (var member in code.ValueKind == JsonValueKind.Object ? code.EnumerateObject() : default)
        {
            if (!(hasParts && member.NameEquals("extension"u8)) && !(name is not null && member.NameEquals("text"u8)))
            {
                member.WriteTo(json);
            }
        }

        if (name is not null) json.WriteString("text"u8, name);
        if (hasParts) WriteParts(json, code, form, ingredients);
        json.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter json, JsonElement code, JsonElement form, List<MedicationIngredient> ingredients)
    {
        json.WriteStartArray("extension"u8);
        foreach (var extension in FhirJson.Array(code, "extension"u8) is { ValueKind: JsonValueKind.Array } own ? own.EnumerateArray() : default)
        {
            extension.WriteTo(json);
        }

        foreach (var ingredient in ingredients)
        {
            if (ingredient is { Concept.ValueKind: JsonValueKind.Object, Name: not null } && ingredient.Concept.TryGetProperty("text"u8, out _))
            {
                WriteIngredient(json, ingredient with { Name = null });
                WriteIngredient(json, ingredient with { Concept = default });
            }
            else
            {
                WriteIngredient(json, ingredient);
            }
        }

        // An element must not be empty (FHIR R4, ele-1).
        if (HasMembers(form)) WriteForm(json, form);
        json.WriteEndArray();
    }

    private static bool HasMembers(JsonElement element) => element.ValueKind == JsonValueKind.Object && element.EnumerateObject().MoveNext();

    private static void WriteForm(Utf8JsonWriter json, JsonElement form)
    {
        json.WriteStartObject();
        json.WriteString("url"u8, FormUrl);
        json.WritePropertyName("valueCodeableConcept"u8);
        form.WriteTo(json);
        json.WriteEndObject();
    }

    private static void WriteIngredient(Utf8JsonWriter json, MedicationIngredient ingredient)
    {
        json.WriteStartObject();
        json.WriteString("url"u8, IngredientUrl);
        json.WriteStartObject("valueCodeableConcept"u8);
        foreach (var member in ingredient.Concept.ValueKind == JsonValueKind.Object ? ingredient.Concept.EnumerateObject() : default)
        {
            member.WriteTo(json);
        }

        if (ingredient.Name is { } name)
        {
            json.WriteString("text"u8, name);
        }
        else if (!ingredient.IsRead)
        {
            WriteUnread(json);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    // An element must not be empty (FHIR R4, ele-1): what could not be read is said as R4 says it.
    private static void WriteUnread(Utf8JsonWriter json)
    {
        json.WriteStartArray("extension"u8);
        json.WriteStartObject();
        json.WriteString("url"u8, AbsentUrl);
        json.WriteString("valueCode"u8, "unknown"u8);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
