using System.Text.Json;
using FhirNaltrexone.Validation.Outcomes;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Utility;

namespace FhirNaltrexone.Validation.Content;

/// <summary>Checks a resource against the structure of FHIR R4: elements, cardinality, types, literals, required codes, narrative.</summary>
internal static class StructureCheck
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = JsonGuard.MaxDepth };

    // Where the SDK gives up instead of naming a defect, such as at an array in the place of resourceType in a contained resource.
    private static readonly Issue Unreadable = new(IssueCodes.Structure, "The resource cannot be read: an element has a form that FHIR JSON does not know.");

    private static readonly FhirJsonDeserializer Strict = new(new DeserializerSettings().UsingMode(DeserializationMode.Strict));

    /// <summary>The defects; empty when there are none.</summary>
    /// <param name="json">A text that has passed the guard.</param>
    /// <param name="type">Its resource type, where paths begin.</param>
    public static IReadOnlyList<Issue> Json(ReadOnlyMemory<byte> json, string type)
    {
        var reader = new Utf8JsonReader(json.Span, Options);
        try
        {
            return Strict.TryDeserializeResource(ref reader, out _, out var defects) ? [] : StructureIssues.Of(defects, type);
        }
        catch (Exception failure) when (failure is CodedException or JsonException or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            return [Unreadable];
        }
    }
}
