namespace FhirNaltrexone.Cql.Elm;

/// <summary>The shapes a CQL type can have.</summary>
internal enum CqlTypeKind
{
    Named,
    List,
    Interval,
    Choice,
    Tuple,
}
