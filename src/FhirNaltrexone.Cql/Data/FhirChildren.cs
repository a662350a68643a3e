using System.Text.Json;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Data;

/// <summary>The elements below a FHIR element, in document order. Their types are not known.</summary>
internal static class FhirChildren
{
    public static CqlList Of(object value, bool deep)
    {
        var result = new CqlList();
        if (value is FhirElement element) AddMembers(element.Json, deep, result);
        return result;
    }

    /// <summary>The depth of a document is limited by its parser.</summary>
    private static void AddMembers(JsonElement json, bool deep, CqlList result)
    {
        if (json.ValueKind != JsonValueKind.Object) return;
        foreach (var member in json.EnumerateObject()) Add(member.Value, deep, result);
    }

    private static void Add(JsonElement json, bool deep, CqlList result)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Null:
                return;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray()) Add(item, deep, result);
                return;
            default:
                result.Add(new FhirElement(json, ""));
                if (deep) AddMembers(json, deep, result);
                return;
        }
    }
}
