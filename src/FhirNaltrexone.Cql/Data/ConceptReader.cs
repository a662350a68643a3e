using System.Text.Json;

namespace FhirNaltrexone.Cql.Data;

/// <summary>Reads a CodeableConcept as a CQL concept, once per element.</summary>
internal static class ConceptReader
{
    private static readonly object Key = new();

    /// <summary>The concept of the element; parts that are no text are null, codings that are no objects are left out, equal ones count once.</summary>
    public static CqlConcept Read(FhirElement element)
    {
        if (element.Memory.TryRecall(Key, out var known)) return (CqlConcept)known!;
        var concept = new CqlConcept(Codes(element.Json), Text(element.Json, "text"u8)) { IsOfEvaluation = true };
        element.Memory.Remember(Key, concept, element.Room);
        return concept;
    }

    private static CqlCode[] Codes(JsonElement concept)
    {
        if (!Json.TryGet(concept, "coding"u8, out var codings)) return [];
        if (codings.ValueKind == JsonValueKind.Object) return [Code(codings)];
        if (codings.ValueKind != JsonValueKind.Array) return [];
        var codes = new List<CqlCode>(codings.GetArrayLength());
        foreach (var coding in codings.EnumerateArray())
        {
            if (coding.ValueKind == JsonValueKind.Object && Code(coding) is var code && !codes.Contains(code)) codes.Add(code);
        }

        return [.. codes];
    }

    private static CqlCode Code(JsonElement coding) =>
        new(Text(coding, "code"u8), Text(coding, "system"u8), Text(coding, "version"u8), Text(coding, "display"u8));

    private static string? Text(JsonElement element, ReadOnlySpan<byte> name) => Json.TryGet(element, name, out var value) ? Json.Text(value) : null;
}
