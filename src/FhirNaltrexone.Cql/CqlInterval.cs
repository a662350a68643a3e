using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql;

/// <summary>
/// A range of points. A null boundary that is closed means the least or greatest value of the point type,
/// a null boundary that is open means unknown.
/// </summary>
public sealed class CqlInterval
{
    /// <summary>Makes an interval; the point type is taken from the boundaries.</summary>
    public CqlInterval(object? low, object? high, bool lowClosed = true, bool highClosed = true)
        : this(low, high, lowClosed, highClosed, Points.KindOf(low ?? high))
    {
    }

    internal CqlInterval(object? low, object? high, bool lowClosed, bool highClosed, PointKind kind)
    {
        (Low, High, LowClosed, HighClosed, Kind) = (low, high, lowClosed, highClosed, kind);
    }

    /// <summary>The lower boundary as written; null when it has none.</summary>
    public object? Low { get; }

    /// <summary>The upper boundary as written; null when it has none.</summary>
    public object? High { get; }

    /// <summary>True when the lower boundary belongs to the interval.</summary>
    public bool LowClosed { get; }

    /// <summary>True when the upper boundary belongs to the interval.</summary>
    public bool HighClosed { get; }

    internal PointKind Kind { get; }

    /// <summary>CQL-like text for people, for example <c>Interval[1, 10)</c>.</summary>
    public override string ToString() =>
        $"Interval{(LowClosed ? '[' : '(')}{Low ?? "null"}, {High ?? "null"}{(HighClosed ? ']' : ')')}";
}
