namespace FhirNaltrexone.Cql.Operators;

/// <summary>Whole periods between two moments (duration) and boundaries crossed between them (difference).</summary>
internal static class Durations
{
    /// <summary>Whole periods elapsed; a <see cref="CqlUncertainty"/> when unknown components leave several answers.</summary>
    public static object? Between(object? from, object? to, DurationUnit unit)
    {
        if (from is not CqlTemporal a || to is not CqlTemporal b) return null;
        var (x, y) = Temporals.Aligned(a, b);
        var least = Elapsed(Calendar.Fill(x, a.Precision, Depth(a), high: true), Calendar.Fill(y, b.Precision, Depth(b), high: false), unit);
        var most = Elapsed(Calendar.Fill(x, a.Precision, Depth(a), high: false), Calendar.Fill(y, b.Precision, Depth(b), high: true), unit);
        return Result(least, most);
    }

    /// <summary>Boundaries of the unit crossed; a <see cref="CqlUncertainty"/> when a value is less precise than the unit.</summary>
    public static object? Difference(object? from, object? to, DurationUnit unit)
    {
        if (from is not CqlTemporal a || to is not CqlTemporal b) return null;
        var (x, y) = Temporals.Aligned(a, b);
        var depth = unit == DurationUnit.Week ? CqlPrecision.Day : (CqlPrecision)unit;
        var least = Crossed(Calendar.Fill(x, a.Precision, depth, high: true), Calendar.Fill(y, b.Precision, depth, high: false), unit);
        var most = Crossed(Calendar.Fill(x, a.Precision, depth, high: false), Calendar.Fill(y, b.Precision, depth, high: true), unit);
        return Result(least, most);
    }

    /// <summary>
    /// How far unknown components are spread: a date/time of day precision can be any time of that day, so that two of them are
    /// an uncertain number of whole days apart. A time to the second is complete, dates have no time, times are taken as they stand.
    /// </summary>
    private static CqlPrecision Depth(CqlTemporal value) => value is CqlDateTime { Precision: < CqlPrecision.Second } ? CqlPrecision.Millisecond : CqlPrecision.Day;

    private static object Result(long least, long most)
    {
        if (least == most) return Whole(least);
        return new CqlUncertainty(Math.Min(least, most), Math.Max(least, most));
    }

    private static object Whole(long value) => value is >= int.MinValue and <= int.MaxValue ? Boxes.Of((int)value) : value;

    private static long Elapsed(long from, long to, DurationUnit unit) => unit switch
    {
        DurationUnit.Year => Months(from, to) / 12,
        DurationUnit.Month => Months(from, to),
        _ => (Calendar.Milliseconds(to) - Calendar.Milliseconds(from)) / CalendarUnits.Milliseconds(unit),
    };

    private static long Months(long from, long to)
    {
        var months = MonthIndex(to) - MonthIndex(from);
        var rest = Rest(to).CompareTo(Rest(from));
        if (months > 0 && rest < 0) return months - 1;
        return months < 0 && rest > 0 ? months + 1 : months;
    }

    /// <summary>What is left after the month; a day that is not known counts as the first.</summary>
    private static long Rest(long packed) => packed & ((1L << 32) - 1);

    private static long MonthIndex(long packed) =>
        (Calendar.Component(packed, CqlPrecision.Year) * 12L) + Math.Max(1, Calendar.Component(packed, CqlPrecision.Month));

    private static long Crossed(long from, long to, DurationUnit unit) => unit switch
    {
        DurationUnit.Year => Calendar.Component(to, CqlPrecision.Year) - Calendar.Component(from, CqlPrecision.Year),
        DurationUnit.Month => MonthIndex(to) - MonthIndex(from),
        DurationUnit.Week => WeekIndex(to) - WeekIndex(from),
        _ => (Calendar.Milliseconds(to) / CalendarUnits.Milliseconds(unit)) - (Calendar.Milliseconds(from) / CalendarUnits.Milliseconds(unit)),
    };

    /// <summary>Weeks begin on Sunday; 0001-01-01 was a Monday.</summary>
    private static long WeekIndex(long packed) => (Calendar.Days(packed) + 1) / 7;
}
