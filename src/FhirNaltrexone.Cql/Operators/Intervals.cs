namespace FhirNaltrexone.Cql.Operators;

/// <summary>Relations between intervals and points (CQL 1.5, appendix B, "Interval operators").</summary>
internal static class Intervals
{
    /// <summary>The first point: closed and null is the least value of the type, open and null is unknown (null).</summary>
    public static object? Low(CqlInterval interval)
    {
        if (interval.Low is null) return interval.LowClosed ? Points.Minimum(interval.Kind) : null;
        return interval.LowClosed ? interval.Low : Points.Successor(interval.Low);
    }

    /// <summary>The last point; see <see cref="Low"/>.</summary>
    public static object? High(CqlInterval interval)
    {
        if (interval.High is null) return interval.HighClosed ? Points.Maximum(interval.Kind) : null;
        return interval.HighClosed ? interval.High : Points.Predecessor(interval.High);
    }

    /// <summary>Makes an interval, checking that it is not empty.</summary>
    /// <exception cref="CqlException">The lower boundary lies after the upper one.</exception>
    public static CqlInterval? Make(object? low, object? high, bool lowClosed, bool highClosed, PointKind kind)
    {
        if (low is null && high is null && !lowClosed && !highClosed) return null;
        var interval = new CqlInterval(low, high, lowClosed, highClosed, kind == PointKind.Any ? Points.KindOf(low ?? high) : kind);
        if (low is null || high is null) return interval;
        var sign = Points.Compare(low, high);
        if (sign > 0 && sign != Points.Unknown || (sign == 0 && !(lowClosed && highClosed)))
            throw new CqlException("The lower boundary of an interval lies after its upper boundary.");
        return interval;
    }

    public static bool? AreEqual(CqlInterval left, CqlInterval right) =>
        Logic.And(Equality.AreEqual(Low(left), Low(right)), Equality.AreEqual(High(left), High(right)));

    public static bool? Contains(CqlInterval interval, object? point, CqlPrecision? precision)
    {
        if (point is null) return null;
        if (IsUntyped(interval)) return false;
        return Logic.And(
            Points.LessOrEqual(Low(interval), point, precision),
            Points.LessOrEqual(point, High(interval), precision));
    }

    public static bool? ProperlyContains(CqlInterval interval, object? point, CqlPrecision? precision)
    {
        if (point is null) return null;
        return Logic.And(
            Points.Less(Low(interval), point, precision),
            Points.Less(point, High(interval), precision));
    }

    public static bool? Includes(CqlInterval outer, CqlInterval inner, CqlPrecision? precision) => Logic.And(
        Points.LessOrEqual(Low(outer), Low(inner), precision),
        Points.LessOrEqual(High(inner), High(outer), precision));

    public static bool? ProperlyIncludes(CqlInterval outer, CqlInterval inner, CqlPrecision? precision)
    {
        if (IsUntyped(outer) && !IsUntyped(inner)) return true;
        var strict = Logic.Or(
            Points.Less(Low(outer), Low(inner), precision),
            Points.Less(High(inner), High(outer), precision));
        return Logic.And(Includes(outer, inner, precision), strict);
    }

    public static bool? Before(CqlInterval left, CqlInterval right, CqlPrecision? precision) =>
        Points.Less(High(left), Low(right), precision);

    public static bool? SameOrBefore(CqlInterval left, CqlInterval right, CqlPrecision? precision) =>
        Points.LessOrEqual(High(left), Low(right), precision);

    public static bool? Same(CqlInterval left, CqlInterval right, CqlPrecision? precision) => Logic.And(
        Points.Equal(Low(left), Low(right), precision),
        Points.Equal(High(left), High(right), precision));

    public static bool? Overlaps(CqlInterval left, CqlInterval right, CqlPrecision? precision) => Logic.And(
        Points.LessOrEqual(Low(left), High(right), precision),
        Points.LessOrEqual(Low(right), High(left), precision));

    public static bool? OverlapsBefore(CqlInterval left, CqlInterval right, CqlPrecision? precision) => Logic.And(
        Points.Less(Low(left), Low(right), precision),
        Overlaps(left, right, precision));

    public static bool? OverlapsAfter(CqlInterval left, CqlInterval right, CqlPrecision? precision) => Logic.And(
        Points.Less(High(right), High(left), precision),
        Overlaps(left, right, precision));

    public static bool? MeetsBefore(CqlInterval left, CqlInterval right, CqlPrecision? precision) => Adjacent(left, right, precision);

    public static bool? MeetsAfter(CqlInterval left, CqlInterval right, CqlPrecision? precision) => Adjacent(right, left, precision);

    public static bool? Meets(CqlInterval left, CqlInterval right, CqlPrecision? precision) =>
        Logic.Or(MeetsBefore(left, right, precision), MeetsAfter(left, right, precision));

    public static bool? Starts(CqlInterval left, CqlInterval right, CqlPrecision? precision) => Logic.And(
        Points.Equal(Low(left), Low(right), precision),
        Points.LessOrEqual(High(left), High(right), precision));

    public static bool? Ends(CqlInterval left, CqlInterval right, CqlPrecision? precision) => Logic.And(
        Points.LessOrEqual(Low(right), Low(left), precision),
        Points.Equal(High(left), High(right), precision));

    /// <summary>Width of a numeric interval.</summary>
    /// <exception cref="CqlException">The interval ranges over dates or times.</exception>
    public static object? Width(CqlInterval interval)
    {
        if (interval.Kind is PointKind.Date or PointKind.DateTime or PointKind.Time)
            throw new CqlException("The width of an interval of dates or times is not defined.");
        return Arithmetic.Subtract(High(interval), Low(interval));
    }

    /// <summary>The only point of an interval that has one.</summary>
    /// <exception cref="CqlException">The interval is wider than a point.</exception>
    public static object? PointFrom(CqlInterval interval)
    {
        var (low, high) = (Low(interval), High(interval));
        if (low is null || high is null || interval.Kind == PointKind.Any) return null;
        return Points.Compare(low, high) == 0 ? low : throw new CqlException("The interval is wider than one point.");
    }

    /// <summary>
    /// Whether one interval ends right before the other starts. When a boundary is unknown the answer may still be no: an interval
    /// that starts after the other one has ended cannot meet it.
    /// </summary>
    private static bool? Adjacent(CqlInterval first, CqlInterval second, CqlPrecision? precision)
    {
        var (end, start) = (High(first), Low(second));
        if (end is null || start is null) return Points.Less(High(second), Low(first), precision) is true ? false : null;
        if (Points.IsExtreme(end, high: true)) return false;
        return Points.Equal(Points.Successor(end), start, precision);
    }

    /// <summary>
    /// <c>Interval[null, null]</c> without a point type: the public suite says that it contains no point, yet properly includes
    /// every interval.
    /// </summary>
    private static bool IsUntyped(CqlInterval interval) =>
        interval is { Kind: PointKind.Any, Low: null, High: null, LowClosed: true, HighClosed: true };
}
