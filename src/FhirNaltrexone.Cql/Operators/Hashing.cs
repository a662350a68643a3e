namespace FhirNaltrexone.Cql.Operators;

/// <summary>Hashes that agree for all values CQL calls equal; values with many spellings share one bucket per kind.</summary>
internal static class Hashing
{
    public static int Of(object? value) => value switch
    {
        null => 0,
        string or bool => value.GetHashCode(),
        int or long or decimal => Arithmetic.ToDecimal(value).GetHashCode(),
        FhirElement element => element.Hash,
        CqlCode code => HashCode.Combine(code.Code, code.System),
        CqlTuple tuple => tuple.Names.Aggregate(17, (hash, name) => hash ^ HashCode.Combine(name, Of(tuple[name]))),
        _ => value.GetType().GetHashCode(),
    };
}
