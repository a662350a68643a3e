using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Search.Matching;

/// <summary>Comparisons of what is stored with what is searched for; <see cref="DateTest"/> and <see cref="NumberSpan"/> state them.</summary>
internal static class SpanMatch
{
    public static bool Holds(ValueComparison comparison, long low, long high, long from, long to) => comparison switch
    {
        ValueComparison.Equal => low >= from && high <= to,
        ValueComparison.NotEqual => low < from || high > to,
        ValueComparison.Less => low < from,
        ValueComparison.LessOrEqual => low < to,
        ValueComparison.Greater => high > to,
        ValueComparison.GreaterOrEqual => high > from,
        ValueComparison.StartsAfter => low >= to,
        ValueComparison.EndsBefore => high <= from,
        _ => low < to && high > from,
    };

    public static bool Holds(ValueComparison comparison, SortableDecimal low, SortableDecimal high, NumberSpan span) => comparison switch
    {
        ValueComparison.Equal => IsEqual(low, high, span),
        ValueComparison.NotEqual => !IsEqual(low, high, span),
        ValueComparison.Less => low < span.Value,
        ValueComparison.LessOrEqual => low <= span.Value,
        ValueComparison.Greater => high > span.Value,
        ValueComparison.GreaterOrEqual => high >= span.Value,
        ValueComparison.StartsAfter => low > span.Value,
        ValueComparison.EndsBefore => high < span.Value,
        _ => low <= span.To && high >= span.From,
    };

    private static bool IsEqual(SortableDecimal low, SortableDecimal high, NumberSpan span)
        => (low >= span.From && high < span.To) || (low == span.Value && high == span.Value);
}
