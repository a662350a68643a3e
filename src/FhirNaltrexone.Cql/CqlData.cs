using System.Text.Json;
using FhirNaltrexone.Cql.Data;

namespace FhirNaltrexone.Cql;

/// <summary>One patient's resources, indexed by type, in the order given. The JSON documents must outlive it.</summary>
public sealed class CqlData
{
    private readonly Dictionary<string, List<JsonElement>> _byType = new(StringComparer.Ordinal);

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

    internal IReadOnlyList<JsonElement> Of(string type) => _byType.TryGetValue(type, out var list) ? list : [];

    private void Add(JsonElement resource, string type)
    {
        if (!_byType.TryGetValue(type, out var list)) _byType[type] = list = [];
        list.Add(resource);
    }
}
