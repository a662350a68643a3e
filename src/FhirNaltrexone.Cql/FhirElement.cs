using System.Text.Json;
using FhirNaltrexone.Cql.Data;

namespace FhirNaltrexone.Cql;

/// <summary>A FHIR resource, datatype or primitive as it stands in the JSON, with the name of its FHIR type.</summary>
/// <remarks>It remembers what an evaluation read of it, so it belongs to one evaluation and is not thread-safe inside the engine.</remarks>
public sealed class FhirElement
{
    private ulong _names;

    /// <summary>What was read and computed of this element.</summary>
    internal Memory Memory;

    /// <summary>Wraps a JSON value.</summary>
    /// <param name="json">The value; its document must outlive the element.</param>
    /// <param name="typeName">FHIR type name, for example <c>Observation</c> or <c>dateTime</c>; empty when not known.</param>
    public FhirElement(JsonElement json, string typeName) => (Json, TypeName) = (json, typeName);

    /// <summary>The JSON value.</summary>
    public JsonElement Json { get; }

    /// <summary>FHIR type name; empty when not known.</summary>
    public string TypeName { get; }

    /// <summary>How much an evaluation is likely to find out about it.</summary>
    internal int Room => IsResource ? Memory.RoomOfResource : Memory.RoomOfPart;

    /// <summary>True for a resource of the record.</summary>
    internal bool IsResource { get; init; }

    /// <summary>False when the JSON has no member of a name, true when it may have one.</summary>
    /// <param name="name">The bit of the name.</param>
    internal bool MayHave(ulong name)
    {
        if (_names == 0) _names = IsResource ? MemberNames.Of(Json) : ulong.MaxValue;
        return (_names & name) != 0;
    }

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
