using FhirNaltrexone.Storage.Indexing;
using FhirNaltrexone.Storage.Search.Expressions;
using FhirNaltrexone.Validation.Model;

namespace FhirNaltrexone.Storage.Sql.Search;

/// <summary>
/// Writes what one index entry must be like as alternatives: conditions on an alias of its table of which one must hold. Each alternative is one
/// range of an index, so that a database reads no more than that.
/// </summary>
/// <param name="sql">Keeps the values.</param>
/// <param name="dialect">The engine.</param>
/// <param name="systems">Numbers of code systems; one that is missing is stored nowhere.</param>
internal sealed class ValueConditions(SqlBuilder sql, SqlDialect dialect, IReadOnlyDictionary<string, int> systems)
{
    private const string Anything = "true";

    /// <summary>The alternatives; none when nothing can match.</summary>
    public IReadOnlyList<string> Of(ValueTest test, string alias) => test switch
    {
        AnyValue => [Anything],
        TokenTest tokens => Tokens(tokens.Values, alias),
        StringTest strings => [.. strings.Values.Distinct().Select(value => String(strings.Match, value, alias))],
        ReferenceTest references => References(references.Values, alias),
        OtherReferenceTest other =>
            [$"{alias}.target_type = {sql.Value(TypeNumber(other.TargetType))} and {alias}.target_id <> {sql.Value(BoundedText.Of(other.TargetId))}"],
        DateTest dates => Date(dates, alias),
        NumberTest numbers => NumberConditions.Of(sql, numbers.Comparison, numbers.Span, alias),
        QuantityTest quantities => [.. quantities.Spans.SelectMany(span => Quantity(quantities.Comparison, span, alias))],
        UriTest uris => [.. uris.Values.Distinct().Select(value => Uri(uris.Match, value, alias))],
        WordsTest words => [.. words.Alternatives.Select(alternative => Words(alternative, alias))],
        NearTest near => [NearSql.Of(sql, near, alias)],
        _ => throw new ArgumentOutOfRangeException(nameof(test)),
    };

    private List<string> Tokens(IReadOnlyList<TokenValue> values, string alias)
    {
        var alternatives = new List<string>();
        foreach (var group in values.GroupBy(value => value.System))
        {
            var isSystemKnown = group.Key is null || systems.ContainsKey(group.Key);
            if (!isSystemKnown) continue;
            var system = group.Key is null ? null : $"{alias}.system = {sql.Value(systems[group.Key])}";
            if (group.Any(value => value.Code is null))
            {
                alternatives.Add(system ?? Anything);
                continue;
            }

            var codes = sql.In($"{alias}.code", group.Select(value => BoundedText.Of(value.Code!)).Distinct().ToArray());
            alternatives.Add(system is null ? codes : $"{codes} and {system}");
        }

        return alternatives;
    }

    private string String(StringMatch match, StringValue value, string alias) => match switch
    {
        StringMatch.StartsWith => Prefix($"{alias}.folded", value.Folded),
        StringMatch.Whole => Equal($"{alias}.folded", value.Folded),
        StringMatch.EndsWith => EndsWith($"{alias}.folded", sql.Value(value.Folded)),
        StringMatch.Contains => dialect.Contains($"{alias}.folded", sql.Value(value.Folded)),
        _ => $"{Equal($"{alias}.folded", value.Folded)} and {alias}.exact = {sql.Value(value.Exact!)}",
    };

    private string Uri(UriMatch match, string value, string alias) => match switch
    {
        UriMatch.Exact => Equal($"{alias}.value", value),
        UriMatch.Below => Prefix($"{alias}.value", value),
        UriMatch.Above => Above($"{alias}.value", value),
        _ => dialect.Contains($"lower({alias}.value)", sql.Value(value.ToLowerInvariant())),
    };

    private string Above(string column, string value)
    {
        var text = sql.Value(value);
        return $"{dialect.Indexed(column)} <= {text} and substr({text}, 1, length({column})) = {column}";
    }

    private static string EndsWith(string column, string text)
        => $"length({column}) >= length({text}) and substr({column}, length({column}) - length({text}) + 1) = {text}";

    private string Equal(string column, string value)
    {
        var start = TextRange.Start(value, dialect.IndexedLength);
        var indexed = $"{dialect.Indexed(column)} = {sql.Value(start)}";
        return start == value && dialect.IndexedLength is null ? indexed : $"{indexed} and {column} = {sql.Value(value)}";
    }

    private string Prefix(string column, string value)
    {
        if (value.Length == 0) return Anything;
        var start = TextRange.Start(value, dialect.IndexedLength);
        var range = $"{dialect.Indexed(column)} >= {sql.Value(start)}";
        if (TextRange.End(start) is { } end) range += $" and {dialect.Indexed(column)} < {sql.Value(end)}";
        if (start == value) return range;
        var text = sql.Value(value);
        return $"{range} and substr({column}, 1, length({text})) = {text}";
    }

    private List<string> References(IReadOnlyList<ReferenceValue> values, string alias)
    {
        var alternatives = new List<string>();
        foreach (var group in values.GroupBy(value => (value.TargetType, value.TargetVersion, value.CanonicalVersion, value.IsVersionPrefix)))
        {
            var (type, version, canonicalVersion, isPrefix) = group.Key;
            var condition = $"{alias}.target_type = {sql.Value(TypeNumber(type))} and "
                + sql.In($"{alias}.target_id", group.Select(value => BoundedText.Of(value.TargetId)).Distinct().ToArray());
            if (version is { } number) condition += $" and {alias}.target_version = {sql.Value(number)}";
            if (canonicalVersion is not null) condition += $" and {CanonicalVersion(canonicalVersion, isPrefix, alias)}";
            alternatives.Add(condition);
        }

        return alternatives;
    }

    private string CanonicalVersion(string version, bool isPrefix, string alias)
    {
        var column = $"{alias}.canonical_version";
        return isPrefix
            ? $"({column} = {sql.Value(version)} or {Prefix(column, $"{version}.").Replace(dialect.Indexed(column), column, StringComparison.Ordinal)})"
            : $"{column} = {sql.Value(version)}";
    }

    private static short TypeNumber(string? type) => type is null ? (short)0 : ResourceTypes.Number(type);

    // Where lo is at most hi, a bound on one of them bounds the other too: said outright, it lets one index range do.
    private string[] Date(DateTest test, string alias)
    {
        var (low, high) = ($"{alias}.low", $"{alias}.high");
        string From() => sql.Value(test.From);
        string To() => sql.Value(test.To);
        return test.Comparison switch
        {
            ValueComparison.Equal => [$"{low} >= {From()} and {low} <= {To()} and {high} <= {To()}"],
            ValueComparison.NotEqual => [$"{low} < {From()}", $"{high} > {To()}"],
            ValueComparison.Less => [$"{low} < {From()}"],
            ValueComparison.LessOrEqual => [$"{low} < {To()}"],
            ValueComparison.Greater => [$"{high} > {To()}"],
            ValueComparison.GreaterOrEqual => [$"{high} > {From()}"],
            ValueComparison.StartsAfter => [$"{low} >= {To()}"],
            ValueComparison.EndsBefore => [$"{high} <= {From()}"],
            ValueComparison.Approximate => [$"{low} < {To()} and {high} > {From()}"],
            _ => throw new ArgumentOutOfRangeException(nameof(test)),
        };
    }

    private IEnumerable<string> Quantity(ValueComparison comparison, QuantitySpan span, string alias)
    {
        if (span.System is not null && !systems.ContainsKey(span.System)) return [];
        var unit = $"{alias}.kind = {sql.Value((int)(span.Kind ?? QuantityUnit.Coded))}";
        if (span.Unit is not null) unit += $" and {alias}.unit = {sql.Value(BoundedText.Of(span.Unit))}";
        if (span.System is not null) unit += $" and {alias}.system = {sql.Value(systems[span.System])}";
        return NumberConditions.Of(sql, comparison, span.Span, alias).Select(number => $"{unit} and {number}");
    }

    private string Words(IReadOnlyList<string> words, string alias) => words.Count == 0
        ? Anything
        : string.Join(" and ", words.Select(word => dialect.Contains($"{alias}.words", sql.Value($" {word} "))));
}
