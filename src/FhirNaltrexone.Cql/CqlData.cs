using System.Text.Json;
using FhirNaltrexone.Cql.Data;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql;

/// <summary>One patient's resources, indexed by type, in the order given. The JSON documents must outlive it.</summary>
public sealed class CqlData
{
    private readonly Dictionary<string, CqlList> _byType = new(StringComparer.Ordinal);

    private CqlData()
    {
    }

    /// <summary>No data.</summary>
    public static CqlData Empty { get; } = new();

    /// <summary>Indexes resources; anything that is no object with a <c>resourceType</c> is left out.</summary>
    public static CqlData From(IEnumerable<JsonElement> resources)
    {
        var data = new CqlData();
        foreach (var resource in resources)
        {
            if (Json.TryGet(resource, "resourceType"u8, out var name) && Json.Text(name) is { } type) data.Add(resource, type);
        }

        return data;
    }

    internal CqlList Of(string type) => _byType.GetValueOrDefault(type, CqlList.Empty);

    private void Add(JsonElement resource, string type)
    {
        if (!_byType.TryGetValue(type, out var list)) _byType[type] = list = new CqlList();
        list.Add(new FhirElement(resource, type));
    }
}
