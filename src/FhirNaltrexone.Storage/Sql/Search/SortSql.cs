using FhirNaltrexone.Storage.Search;
using FhirNaltrexone.Storage.Search.Expressions;

namespace FhirNaltrexone.Storage.Sql.Search;

/// <summary>The order of results: what is compared, and what lies behind a place in the order.</summary>
internal static class SortSql
{
    /// <summary>The value of a key for a resource row.</summary>
    public static string Value(SqlBuilder sql, SortKey key, string row)
    {
        if (key.Field == SortField.Id) return $"{row}.id";
        if (key.Field == SortField.LastUpdated) return $"{row}.updated";
        var table = EntryTable.Of(key.Kind);
        var alias = sql.Alias("s");
        var kind = key.Kind == EntryKind.Quantity ? $" and {alias}.kind = 0" : string.Empty;
        return $"""
            (select {(key.IsDescending ? "max" : "min")}({alias}.{table.SortColumn}) from {table.Name} {alias}
              where {alias}.number = {row}.number and {sql.In($"{alias}.parameter", key.Parameters)}{kind})
            """;
    }

    /// <summary>The order by clause over columns <c>s0</c>, <c>s1</c> … and number.</summary>
    public static string Order(IReadOnlyList<SortKey> keys, string alias)
        => string.Join(", ", keys.SelectMany((key, index) => Terms(key, $"{alias}.s{index}")).Append($"{alias}.number desc"));

    /// <summary>Whether a row lies behind a place in the order.</summary>
    public static string After(SqlBuilder sql, IReadOnlyList<SortKey> keys, SearchCursor cursor, string alias)
    {
        var behind = $"{alias}.number < {sql.Value(cursor.Number)}";
        for (var index = keys.Count - 1; index >= 0; index--)
        {
            behind = Behind(sql, keys[index], cursor.Values[index], $"{alias}.s{index}", behind);
        }

        return behind;
    }

    /// <summary>Whether an entry <c>d</c> of the date parameter sorted by lies behind a place in the order.</summary>
    public static string AfterDate(SqlBuilder sql, SortKey key, SearchCursor cursor)
    {
        var (beyond, atOrBeyond) = key.IsDescending ? ("<", "<=") : (">", ">=");
        var place = sql.Value(cursor.Values[0]!);
        return $"d.low {atOrBeyond} {place} and (d.low {beyond} {place} or d.number < {sql.Value(cursor.Number)})";
    }

    /// <summary>Reads the value of a key.</summary>
    public static object? Read(ISqlRow row, SortKey key, int column)
    {
        if (row.IsNull(column)) return null;
        return IsInteger(key) ? row.Int64(column) : row.Text(column);
    }

    private static bool IsInteger(SortKey key)
        => key.Field == SortField.LastUpdated || (key.Field == SortField.Entry && EntryTable.Of(key.Kind).IsSortedByNumber);

    private static bool CanBeMissing(SortKey key) => key.Field == SortField.Entry;

    private static IEnumerable<string> Terms(SortKey key, string column)
    {
        // "is null" as a term of its own puts missing values last in both directions, but no index has that order: only where it is needed.
        if (CanBeMissing(key)) yield return $"({column} is null)";
        yield return key.IsDescending ? $"{column} desc" : column;
    }

    private static string Behind(SqlBuilder sql, SortKey key, object? value, string column, string amongEquals)
    {
        if (value is null) return $"({column} is null and {amongEquals})";
        var (beyond, atOrBeyond) = key.IsDescending ? ("<", "<=") : (">", ">=");
        var place = sql.Value(value);
        var present = $"({column} {atOrBeyond} {place} and ({column} {beyond} {place} or {amongEquals}))";
        return CanBeMissing(key) ? $"({column} is null or {present})" : present;
    }
}
