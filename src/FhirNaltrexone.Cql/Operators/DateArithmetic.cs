namespace FhirNaltrexone.Cql.Operators;

/// <summary>Dates and times plus or minus calendar durations (CQL 1.5, "Date and time arithmetic").</summary>
internal static class DateArithmetic
{
    /// <summary>More milliseconds than lie between the years 0001 and 9999.</summary>
    private const decimal Longest = 1_000_000_000_000_000m;

    /// <summary>
    /// Adds a duration, or subtracts it with sign -1. A unit finer than the value's precision is first turned into whole units of
    /// that precision, toward zero. Null when the unit is no duration.
    /// </summary>
    /// <exception cref="CqlException">The result lies outside the years 0001 to 9999.</exception>
    public static CqlTemporal? Add(CqlTemporal value, CqlQuantity quantity, int sign)
    {
        if (CalendarUnits.Find(quantity.Unit) is not { } unit) return null;
        var (amount, step) = Coarsen(Whole(quantity.Value, unit), unit, value.Precision);
        return Move(value, sign * amount, step);
    }

    /// <summary>Moves by whole units.</summary>
    public static CqlTemporal Move(CqlTemporal value, long amount, DurationUnit unit) => value switch
    {
        CqlDate date => new CqlDate(Moved(date.Packed, amount, unit), date.Precision),
        CqlDateTime moment => moment.With(Moved(moment.Packed, amount, unit), moment.Precision),
        _ => new CqlTime(MovedTime(value.Packed, amount, unit), value.Precision),
    };

    /// <summary>Fractions count only for seconds, where they are milliseconds.</summary>
    private static decimal Whole(decimal value, DurationUnit unit) =>
        unit == DurationUnit.Second ? decimal.Truncate(value * 1000) / 1000 : decimal.Truncate(value);

    private static (long Amount, DurationUnit Unit) Coarsen(decimal stated, DurationUnit unit, CqlPrecision precision)
    {
        if (unit == DurationUnit.Week) (stated, unit) = (stated * 7, DurationUnit.Day);
        if (unit == DurationUnit.Second && precision == CqlPrecision.Millisecond) (stated, unit) = (stated * 1000, DurationUnit.Millisecond);
        var amount = (long)Math.Clamp(stated, -Longest, Longest);
        while ((int)unit > (int)precision)
        {
            amount /= Factor(unit);
            unit--;
        }

        return (amount, unit);
    }

    /// <summary>How many of a unit make the next coarser one; months of 30 days, as CQL says for imprecise dates.</summary>
    private static int Factor(DurationUnit unit) => unit switch
    {
        DurationUnit.Millisecond => 1000,
        DurationUnit.Second or DurationUnit.Minute => 60,
        DurationUnit.Hour => 24,
        DurationUnit.Day => 30,
        _ => 12,
    };

    private static long Moved(long packed, long amount, DurationUnit unit) => unit switch
    {
        DurationUnit.Year => Months(packed, amount * 12),
        DurationUnit.Month => Months(packed, amount),
        _ => Calendar.FromMilliseconds(Calendar.Milliseconds(packed) + (amount * CalendarUnits.Milliseconds(unit))),
    };

    private static long MovedTime(long packed, long amount, DurationUnit unit)
    {
        var time = (Calendar.TimeMilliseconds(packed) + (amount % Calendar.DayMilliseconds * CalendarUnits.Milliseconds(unit))) % Calendar.DayMilliseconds;
        return Calendar.PackTime(time < 0 ? time + Calendar.DayMilliseconds : time);
    }

    /// <summary>A day that the target month lacks becomes its last day.</summary>
    private static long Months(long packed, long amount)
    {
        var month = (Calendar.Component(packed, CqlPrecision.Year) * 12L) + Math.Max(0, Calendar.Component(packed, CqlPrecision.Month) - 1) + amount;
        var year = Math.DivRem(month, 12, out var index);
        if (year is < 1 or > 9999 || month < 12) throw new CqlException("A date/time lies outside the years 0001 to 9999.");
        var day = Math.Min(Calendar.Component(packed, CqlPrecision.Day), Calendar.DaysIn((int)year, (int)index + 1));
        return Calendar.Pack((int)year, (int)index + 1, day) | (packed & ((1L << 27) - 1));
    }
}
