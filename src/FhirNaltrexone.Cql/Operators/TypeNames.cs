namespace FhirNaltrexone.Cql.Operators;

/// <summary>CQL names of runtime values, for messages: never the values themselves.</summary>
internal static class TypeNames
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        bool => "Boolean",
        int => "Integer",
        long => "Long",
        decimal => "Decimal",
        string => "String",
        CqlUncertainty => "uncertain Integer",
        FhirElement element => "FHIR." + element.TypeName,
        CqlTuple tuple => tuple.ClassName ?? "Tuple",
        CqlVocabulary vocabulary => vocabulary.Kind,
        IReadOnlyList<object?> => "List",
        _ => value.GetType().Name.Replace("Cql", "", StringComparison.Ordinal),
    };
}
