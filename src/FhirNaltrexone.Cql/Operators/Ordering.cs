namespace FhirNaltrexone.Cql.Operators;

/// <summary>Total order for sorting: nulls first, uncertain comparisons by their known part, then by precision.</summary>
internal static class Ordering
{
    public static int Compare(object? left, object? right)
    {
        if (left is null || right is null) return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        var sign = Points.Compare(left, right);
        if (sign != Points.Unknown) return sign;
        return left is CqlTemporal x && right is CqlTemporal y ? x.Precision.CompareTo(y.Precision) : 0;
    }

    /// <summary>Sorts a copy, keeping the order of equal elements.</summary>
    public static CqlList Sort(CqlList list, Comparison<object?> comparison)
    {
        var items = list.ToArray();
        var keys = new int[items.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = i;
        Array.Sort(keys, (x, y) => comparison(items[x], items[y]) is var sign && sign != 0 ? sign : x.CompareTo(y));
        var sorted = new object?[items.Length];
        for (var i = 0; i < keys.Length; i++) sorted[i] = items[keys[i]];
        return new CqlList(sorted, sorted.Length);
    }
}
