using System.Text.Json;
using FhirNaltrexone.Cql.Data;

namespace FhirNaltrexone.Cql;

/// <summary>A FHIR resource, datatype or primitive as it stands in the JSON, with the name of its FHIR type.</summary>
public sealed class FhirElement
{
    /// <summary>Wraps a JSON value.</summary>
    /// <param name="json">The value; its document must outlive the element.</param>
    /// <param name="typeName">FHIR type name, for example <c>Observation</c> or <c>dateTime</c>; empty when not known.</param>
    public FhirElement(JsonElement json, string typeName) => (Json, TypeName) = (json, typeName);

    /// <summary>The JSON value.</summary>
    public JsonElement Json { get; }

    /// <summary>FHIR type name; empty when not known.</summary>
    public string TypeName { get; }

    /// <summary>Hash that agrees for elements of equal content.</summary>
    internal int Hash => Json.ValueKind switch
    {
        JsonValueKind.Object => Data.Json.TryGet(Json, "id"u8, out var id) ? Data.Json.Text(id)?.GetHashCode(StringComparison.Ordinal) ?? 2 : 3,
        JsonValueKind.String => Data.Json.Text(Json)?.GetHashCode(StringComparison.Ordinal) ?? 1,
        var kind => (int)kind,
    };

    /// <summary>The FHIR type name and the JSON.</summary>
    public override string ToString() => $"{TypeName} {Json}";

    internal bool SameAs(FhirElement other)
    {
        if (ReferenceEquals(this, other)) return true;
        return FhirTypes.AreRelated(TypeName, other.TypeName) && Hash == other.Hash && Data.Json.DeepEquals(Json, other.Json);
    }
}
