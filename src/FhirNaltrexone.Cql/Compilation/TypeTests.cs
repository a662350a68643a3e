using FhirNaltrexone.Cql.Data;
using FhirNaltrexone.Cql.Elm;
using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql.Compilation;

/// <summary>Whether a value is of a CQL type.</summary>
internal static class TypeTests
{
    public static bool Matches(CqlType type, object value) => type.Kind switch
    {
        CqlTypeKind.Choice => type.Parts.Any(part => Matches(part, value)),
        CqlTypeKind.List => value is CqlList list && list.All(item => item is null || Matches(type.Element, item)),
        CqlTypeKind.Interval => value is CqlInterval interval && (interval.Kind == type.Element.PointKind || type.Element.PointKind == PointKind.Any),
        CqlTypeKind.Tuple => value is CqlTuple { ClassName: null } tuple && type.Name.Split(',').All(name => tuple.IndexOf(name) >= 0),
        _ => type.IsFhir ? IsFhir(type.Name, value) : IsSystem(type.Name, value),
    };

    private static bool IsFhir(string name, object value) => value switch
    {
        FhirElement element => element.TypeName == name || FhirTypes.IsA(element.TypeName, name, element.Json.ValueKind == System.Text.Json.JsonValueKind.Object && element.Json.TryGetProperty("resourceType"u8, out _)),
        CqlTuple { ClassName: { } type } => FhirTypes.IsA(type, name, isResource: false),
        _ => false,
    };

    private static bool IsSystem(string name, object value) => name switch
    {
        "Any" => true,
        "Boolean" => value is bool,
        "Integer" => value is int or CqlUncertainty,
        "Long" => value is long,
        "Decimal" => value is decimal,
        "String" => value is string,
        "Date" => value is CqlDate,
        "DateTime" => value is CqlDateTime,
        "Time" => value is CqlTime,
        "Quantity" => value is CqlQuantity,
        "Ratio" => value is CqlRatio,
        "Code" => value is CqlCode,
        "Concept" => value is CqlConcept,
        "Vocabulary" => value is CqlVocabulary,
        _ => value is CqlVocabulary vocabulary && vocabulary.Kind == name,
    };
}
