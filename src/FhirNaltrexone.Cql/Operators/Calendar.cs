namespace FhirNaltrexone.Cql.Operators;

/// <summary>
/// Components of a date/time in one long: year, month 4 bits, day 5, hour 5, minute 6, second 6, millisecond 10.
/// Packed values of equal precision order as the moments do, so comparing to a precision is one shift.
/// </summary>
internal static class Calendar
{
    public const long DayMilliseconds = 86_400_000;
    private static readonly int[] Shifts = [0, 36, 32, 27, 22, 16, 10, 0];
    private static readonly int[] Masks = [0, 0x3FFF, 0xF, 0x1F, 0x1F, 0x3F, 0x3F, 0x3FF];
    private static readonly int[] Highest = [0, 9999, 12, 31, 23, 59, 59, 999];

    public static long Pack(int year, int month, int day, int hour = 0, int minute = 0, int second = 0, int millisecond = 0) =>
        ((long)year << 36) | ((long)month << 32) | ((long)day << 27) | ((long)hour << 22) | ((long)minute << 16) | ((long)second << 10) | (long)millisecond;

    public static long Pack(DateTime value) =>
        Pack(value.Year, value.Month, value.Day, value.Hour, value.Minute, value.Second, value.Millisecond);

    public static int Component(long packed, CqlPrecision precision) =>
        (int)(packed >> Shifts[(int)precision]) & Masks[(int)precision];

    public static long Truncate(long packed, CqlPrecision precision) =>
        packed >> Shifts[(int)precision] << Shifts[(int)precision];

    /// <summary>The packed value without everything finer than the precision: what is compared.</summary>
    public static long To(long packed, CqlPrecision precision) => packed >> Shifts[(int)precision];

    public static int Minutes(TimeSpan offset) => (int)offset.TotalMinutes;

    public static CqlPrecision PrecisionOf(int? month, int? day) =>
        month is null ? CqlPrecision.Year : day is null ? CqlPrecision.Month : CqlPrecision.Day;

    /// <summary>Sets the components finer than <paramref name="known"/>, down to <paramref name="until"/>, to their least or greatest value.</summary>
    public static long Fill(long packed, CqlPrecision known, CqlPrecision until, bool high)
    {
        var value = Truncate(packed, known);
        for (var precision = known + 1; precision <= until; precision++)
        {
            value |= (long)Extreme(value, precision, high) << Shifts[(int)precision];
        }

        return value;
    }

    /// <summary>Throws unless every known component lies in its range.</summary>
    public static void Check(long packed, CqlPrecision precision)
    {
        if (!IsValid(packed, precision)) throw new CqlException("A date or time has a component out of its range.");
    }

    public static bool IsValid(long packed, CqlPrecision precision)
    {
        var year = Component(packed, CqlPrecision.Year);
        if (year is < 1 or > 9999 || packed >> 50 != 0) return false;
        for (var each = CqlPrecision.Month; each <= precision; each++)
        {
            var value = Component(packed, each);
            if (value > Extreme(packed, each, high: true) || value < Extreme(packed, each, high: false)) return false;
        }

        return true;
    }

    public static int DaysIn(int year, int month) => DateTime.DaysInMonth(year, month);

    /// <summary>Milliseconds since 0001-01-01 in local time; unknown month and day count as the first.</summary>
    public static long Milliseconds(long packed) =>
        (Days(packed) * DayMilliseconds) + TimeMilliseconds(packed);

    public static long Days(long packed)
    {
        var year = Component(packed, CqlPrecision.Year);
        if (year == 0) return 0;
        var month = Math.Max(1, Component(packed, CqlPrecision.Month));
        var day = Math.Max(1, Component(packed, CqlPrecision.Day));
        return new DateOnly(year, month, day).DayNumber;
    }

    public static long TimeMilliseconds(long packed) =>
        (Component(packed, CqlPrecision.Hour) * 3_600_000L) + (Component(packed, CqlPrecision.Minute) * 60_000L)
        + (Component(packed, CqlPrecision.Second) * 1000L) + Component(packed, CqlPrecision.Millisecond);

    /// <summary>Inverse of <see cref="Milliseconds"/>.</summary>
    /// <exception cref="CqlException">The result lies outside the years 0001 to 9999.</exception>
    public static long FromMilliseconds(long milliseconds)
    {
        var days = Math.DivRem(milliseconds, DayMilliseconds, out var time);
        if (time < 0) (days, time) = (days - 1, time + DayMilliseconds);
        if (days is < 0 or > 3_652_058) throw new CqlException("A date/time lies outside the years 0001 to 9999.");
        var date = DateOnly.FromDayNumber((int)days);
        return Pack(date.Year, date.Month, date.Day) | PackTime(time);
    }

    public static long PackTime(long milliseconds) =>
        Pack(0, 0, 0, (int)(milliseconds / 3_600_000), (int)(milliseconds / 60_000 % 60), (int)(milliseconds / 1000 % 60), (int)(milliseconds % 1000));

    public static DateTimeOffset ToInstant(long packed, int offsetMinutes)
    {
        var ticks = (Milliseconds(packed) - (offsetMinutes * 60_000L)) * TimeSpan.TicksPerMillisecond;
        var utc = new DateTimeOffset(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);
        return utc.Year is 1 or 9999 ? utc : utc.ToOffset(TimeSpan.FromMinutes(offsetMinutes));
    }

    private static int Extreme(long packed, CqlPrecision precision, bool high)
    {
        if (!high) return precision is CqlPrecision.Month or CqlPrecision.Day or CqlPrecision.Year ? 1 : 0;
        if (precision != CqlPrecision.Day) return Highest[(int)precision];
        var month = Component(packed, CqlPrecision.Month);
        return month is < 1 or > 12 ? 31 : DaysIn(Component(packed, CqlPrecision.Year), month);
    }
}
