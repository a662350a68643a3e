using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Sql.Search;

/// <summary>Comparisons of the last update, which is one millisecond wide.</summary>
internal static class UpdatedSql
{
    public static string Of(SqlBuilder sql, UpdatedWithin test, string row)
    {
        var updated = $"{row}.updated";
        string From() => sql.Value(test.From);
        string To() => sql.Value(test.To);
        return test.Comparison switch
        {
            ValueComparison.Equal or ValueComparison.Approximate => $"{updated} >= {From()} and {updated} < {To()}",
            ValueComparison.NotEqual => $"({updated} < {From()} or {updated} >= {To()})",
            ValueComparison.Greater or ValueComparison.StartsAfter => $"{updated} >= {To()}",
            ValueComparison.GreaterOrEqual => $"{updated} >= {From()}",
            ValueComparison.Less or ValueComparison.EndsBefore => $"{updated} < {From()}",
            ValueComparison.LessOrEqual => $"{updated} < {To()}",
            _ => throw new ArgumentOutOfRangeException(nameof(test)),
        };
    }
}
