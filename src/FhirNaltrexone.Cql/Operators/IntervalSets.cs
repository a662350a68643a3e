namespace FhirNaltrexone.Cql.Operators;

/// <summary>Operations that make intervals of intervals: union, intersection, difference, collapse and expand.</summary>
internal static class IntervalSets
{
    /// <summary>The common range when the intervals overlap or meet, else null.</summary>
    public static object? Union(CqlInterval left, CqlInterval right)
    {
        if (Logic.Or(Intervals.Overlaps(left, right, null), Intervals.Meets(left, right, null)) is not true) return null;
        var low = Points.Compare(Intervals.Low(left), Intervals.Low(right)) <= 0 ? left : right;
        var high = Points.Compare(Intervals.High(left), Intervals.High(right)) >= 0 ? left : right;
        return new CqlInterval(low.Low, high.High, low.LowClosed, high.HighClosed, left.Kind);
    }

    /// <summary>What both intervals contain; null when they do not overlap. An unknown boundary stays unknown.</summary>
    public static object? Intersect(CqlInterval left, CqlInterval right)
    {
        if (Intervals.Overlaps(left, right, null) is false) return null;
        var low = Points.Compare(Intervals.Low(left), Intervals.Low(right));
        var high = Points.Compare(Intervals.High(left), Intervals.High(right));
        var first = low == Points.Unknown ? UnknownLow(left, right) : low >= 0 ? left : right;
        var last = high == Points.Unknown ? UnknownHigh(left, right) : high <= 0 ? left : right;
        if (first is null || last is null) return null;
        return new CqlInterval(first.Low, last.High, first.LowClosed, last.HighClosed, left.Kind);
    }

    /// <summary>What only the left interval contains; null when nothing or two pieces remain.</summary>
    public static object? Except(CqlInterval left, CqlInterval right)
    {
        var overlap = Intervals.Overlaps(left, right, null);
        if (overlap is not true) return overlap is false ? left : null;
        var before = Points.Compare(Intervals.Low(left), Intervals.Low(right));
        var after = Points.Compare(Intervals.High(right), Intervals.High(left));
        if (before == Points.Unknown || after == Points.Unknown || before < 0 == after < 0) return null;
        return before < 0
            ? new CqlInterval(left.Low, Points.Predecessor(Intervals.Low(right)), left.LowClosed, true, left.Kind)
            : new CqlInterval(Points.Successor(Intervals.High(right)), left.High, true, left.HighClosed, left.Kind);
    }

    /// <summary>Merges intervals that overlap or meet, optionally with a gap of at most <paramref name="per"/>; null intervals are left out.</summary>
    public static CqlList Collapse(CqlList intervals, CqlQuantity? per)
    {
        var sorted = intervals.OfType<CqlInterval>().Where(each => Intervals.Low(each) is not null || Intervals.High(each) is not null).ToList();
        sorted.Sort((x, y) => Ordering.Compare(Intervals.Low(x), Intervals.Low(y)));
        var result = new CqlList(sorted.Count);
        CqlInterval? current = null;
        foreach (var next in sorted)
        {
            if (current is not null && Union(Widened(current, per), next) is CqlInterval merged)
            {
                current = Points.Compare(Intervals.High(current), Intervals.High(next)) is var sign && sign >= 0 ? current : merged;
                continue;
            }

            if (current is not null) result.Add(current);
            current = next;
        }

        if (current is not null) result.Add(current);
        return result;
    }

    /// <summary>Cuts intervals into pieces of width <paramref name="per"/>, one unit of the boundary's precision by default.</summary>
    public static CqlList Expand(CqlList intervals, CqlQuantity? per)
    {
        var result = new CqlList();
        foreach (var interval in Collapse(intervals, null).OfType<CqlInterval>()) IntervalExpansion.AddPieces(interval, per, result);
        return Lists.Distinct(result);
    }

    private static CqlInterval Widened(CqlInterval interval, CqlQuantity? per)
    {
        if (per is null || interval.High is null) return interval;
        var high = interval.High is CqlTemporal or CqlQuantity
            ? Arithmetic.Add(interval.High, per)
            : Arithmetic.Add(Arithmetic.ToDecimal(interval.High), per.Value);
        return new CqlInterval(interval.Low, high is decimal number && interval.High is int ? (int)number : high, interval.LowClosed, interval.HighClosed, interval.Kind);
    }

    /// <summary>Which side's lower boundary counts when they cannot be compared: the one that is known to be unknown.</summary>
    private static CqlInterval? UnknownLow(CqlInterval left, CqlInterval right) =>
        Intervals.Low(left) is null ? left : Intervals.Low(right) is null ? right : null;

    private static CqlInterval? UnknownHigh(CqlInterval left, CqlInterval right) =>
        Intervals.High(left) is null ? left : Intervals.High(right) is null ? right : null;
}
