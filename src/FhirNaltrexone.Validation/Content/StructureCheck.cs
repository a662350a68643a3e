using System.Text.Json;
using FhirNaltrexone.Validation.Outcomes;
using Hl7.Fhir.Serialization;

namespace FhirNaltrexone.Validation.Content;

/// <summary>Checks a resource against the structure of FHIR R4: elements, cardinality, types, literals, required codes, narrative.</summary>
internal static class StructureCheck
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = JsonGuard.MaxDepth };

    private static readonly FhirJsonDeserializer Strict = new(new DeserializerSettings().UsingMode(DeserializationMode.Strict));

    /// <summary>The defects; empty when there are none.</summary>
    /// <param name="json">A text that has passed the guard.</param>
    public static IReadOnlyList<Issue> Json(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, Options);
        return Strict.TryDeserializeResource(ref reader, out _, out var defects) ? [] : StructureIssues.Of(defects);
    }
}
