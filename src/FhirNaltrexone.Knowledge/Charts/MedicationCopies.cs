using System.Buffers;
using System.Text.Json;

namespace FhirNaltrexone.Knowledge.Charts;

/// <summary>Writes the evaluation copy of an order whose medication stands in a resource of its own: rules see codes only.</summary>
public static class MedicationCopies
{
    /// <summary>The reference to resolve, or null when the resource needs none.</summary>
    public static string? OpenReference(JsonElement resource)
        => FhirJson.ReferenceIn(resource, "medicationReference"u8) is { } reference
            && FhirJson.Object(resource, "medicationCodeableConcept"u8).ValueKind == JsonValueKind.Undefined ? reference : null;

    /// <summary>
    /// The resource with the code of the medication in the place of the reference (medication[x] has one value, FHIR R4), or null when the
    /// medication has no code.
    /// </summary>
    public static JsonDocument? Write(JsonElement resource, JsonElement medication)
    {
        var code = FhirJson.Object(medication, "code"u8);
        if (code.ValueKind != JsonValueKind.Object)
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
            code.WriteTo(json);
            json.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.WrittenMemory);
    }
}
