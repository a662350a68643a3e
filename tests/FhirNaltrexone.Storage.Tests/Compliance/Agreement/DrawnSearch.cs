using FhirNaltrexone.Storage.Search.Requests;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Storage.Tests.Compliance.Agreement;

/// <summary>A search drawn at random.</summary>
/// <param name="Type">Type, or null for several.</param>
/// <param name="Compartment">Compartment, or null.</param>
/// <param name="Query">Names and values, decoded.</param>
internal sealed record DrawnSearch(string? Type, CompartmentScope? Compartment, IReadOnlyList<KeyValuePair<string, string>> Query)
{
    public Result<SearchRequest> Read(SearchRequestReader reader) => reader.Read(Type, Compartment, Query, isStrict: true, TestSearch.Now);

    public override string ToString()
    {
        var scope = Compartment is null ? Type : $"{Compartment.Type}/{Compartment.Id}/{Type ?? "*"}";
        return $"{scope}?{string.Join('&', Query.Select(pair => $"{pair.Key}={pair.Value}"))}";
    }
}
