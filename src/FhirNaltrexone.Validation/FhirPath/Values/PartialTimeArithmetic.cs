namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>Adds durations to points in time (FHIRPath N1, 6.7): by the calendar, and no finer than the point is known.</summary>
internal static class PartialTimeArithmetic
{
    private const int MonthsPerYear = 12;

    /// <summary>The point so much later.</summary>
    /// <param name="time">Point in time.</param>
    /// <param name="amount">How many units; negative for earlier.</param>
    /// <param name="unit">Unit.</param>
    /// <param name="sum">The new point; null when it lies outside of the years 1 to 9999.</param>
    /// <returns>False when such a unit cannot be added to such a point.</returns>
    public static bool TryAdd(PartialTime time, decimal amount, DurationUnit unit, out PartialTime? sum)
    {
        sum = null;
        if (time.Kind == FhirPathKind.Time ? unit <= DurationUnit.Day : time.Kind == FhirPathKind.Date && unit > DurationUnit.Day) return false;
        sum = unit <= DurationUnit.Month ? AddMonths(time, amount, unit) : AddTicks(time, amount, unit);
        return true;
    }

    private static PartialTime? AddMonths(PartialTime time, decimal amount, DurationUnit unit)
    {
        var months = decimal.Truncate(amount) * (unit == DurationUnit.Year ? MonthsPerYear : 1);
        if (time.Precision == TimePrecision.Year) months = decimal.Truncate(months / MonthsPerYear) * MonthsPerYear;
        return Math.Abs(months) > 9999 * MonthsPerYear ? null : Moved(time, new DateTime(time.Ticks), (int)months);
    }

    private static PartialTime? Moved(PartialTime time, DateTime date, int months)
    {
        var target = (date.Year * MonthsPerYear) + date.Month - 1 + months;
        return target < MonthsPerYear || target >= 10_000 * MonthsPerYear ? null : time with { Ticks = date.AddMonths(months).Ticks };
    }

    /// <summary>Where the point is known less exactly than the unit, the duration is told in what the point has, and the rest is dropped.</summary>
    private static PartialTime? AddTicks(PartialTime time, decimal amount, DurationUnit unit)
    {
        // Below seconds the fraction counts; above, it is ignored.
        var ticks = (unit >= DurationUnit.Second ? amount : decimal.Truncate(amount)) * unit.Ticks();
        if (time.Precision <= TimePrecision.Month)
        {
            var days = ticks / TimeSpan.TicksPerDay;
            return time.Precision == TimePrecision.Year
                ? AddMonths(time, days / DurationUnits.DaysPerYear, DurationUnit.Year)
                : AddMonths(time, days / DurationUnits.DaysPerMonth, DurationUnit.Month);
        }

        var grain = time.Precision switch
        {
            TimePrecision.Day => TimeSpan.TicksPerDay,
            TimePrecision.Hour => TimeSpan.TicksPerHour,
            TimePrecision.Minute => TimeSpan.TicksPerMinute,
            _ => 1L,
        };
        var moved = time.Ticks + (decimal.Truncate(ticks / grain) * grain);
        if (time.Kind == FhirPathKind.Time) return time with { Ticks = (long)(((moved % TimeSpan.TicksPerDay) + TimeSpan.TicksPerDay) % TimeSpan.TicksPerDay) };
        return moved < 0 || moved > DateTime.MaxValue.Ticks ? null : time with { Ticks = (long)moved };
    }
}
