using FhirNaltrexone.Storage.Search.Parameters;

namespace FhirNaltrexone.Storage.Indexing.Values;

/// <summary>Which rule makes the entries, by kind of parameter and data type (FHIR R4, search parameter types).</summary>
internal static class ValueRules
{
    /// <summary>The rule; null where R4 defines no search of that kind on the type: such values are only known to be present.</summary>
    public static ValueRule? For(SearchParameterType kind, string type) => kind switch
    {
        SearchParameterType.Token => TokenValues.Rule(type),
        SearchParameterType.String => StringValues.Rule(type),
        SearchParameterType.Reference => ReferenceValues.Rule(type),
        SearchParameterType.Date => DateValues.Rule(type),
        SearchParameterType.Number => NumberValues.Rule(type),
        SearchParameterType.Quantity => QuantityValues.Rule(type),
        SearchParameterType.Uri => UriValues.Rule(type),
        SearchParameterType.Special => PositionValues.Rule(type),
        _ => null,
    };
}
