using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Sql.Search;

/// <summary>
/// Comparisons of number intervals, see <see cref="NumberSpan"/>. What asks for the upper bound is split in two: numbers whose bounds are equal, by
/// the index over the lower bound, and true intervals, by an index of their own.
/// </summary>
internal static class NumberConditions
{
    public static IReadOnlyList<string> Of(SqlBuilder sql, ValueComparison comparison, NumberSpan span, string alias)
    {
        var (low, high) = ($"{alias}.low", $"{alias}.high");
        string Value() => sql.Value(span.Value.Text);
        string From() => sql.Value(span.From.Text);
        string To() => sql.Value(span.To.Text);
        string[] Upper(string comparison, Func<string> bound)
            => [$"{low} = {high} and {low} {comparison} {bound()}", $"{low} <> {high} and {high} {comparison} {bound()}"];
        return comparison switch
        {
            ValueComparison.Equal =>
            [
                $"{low} >= {From()} and {low} < {To()} and {high} < {To()}", $"{low} = {Value()} and {high} = {Value()}",
            ],
            ValueComparison.NotEqual =>
                [$"not ({low} >= {From()} and {high} < {To()}) and not ({low} = {Value()} and {high} = {Value()})"],
            ValueComparison.Less => [$"{low} < {Value()}"],
            ValueComparison.LessOrEqual => [$"{low} <= {Value()}"],
            ValueComparison.Greater => Upper(">", Value),
            ValueComparison.GreaterOrEqual => Upper(">=", Value),
            ValueComparison.StartsAfter => [$"{low} > {Value()}"],
            ValueComparison.EndsBefore => Upper("<", Value),
            ValueComparison.Approximate =>
            [
                $"{low} = {high} and {low} >= {From()} and {low} <= {To()}",
                $"{low} <> {high} and {high} >= {From()} and {low} <= {To()}",
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
        };
    }
}
