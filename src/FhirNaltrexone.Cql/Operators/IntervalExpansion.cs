namespace FhirNaltrexone.Cql.Operators;

/// <summary>The pieces of one interval: how <c>expand</c> steps through numbers and through time.</summary>
internal static class IntervalExpansion
{
    /// <summary>A wrong unit or a tiny step must not fill the memory.</summary>
    private const int Limit = 100_000;

    public static void AddPieces(CqlInterval interval, CqlQuantity? per, CqlList result)
    {
        if (Intervals.Low(interval) is not { } low || Intervals.High(interval) is not { } high) return;
        if (low is CqlTemporal first && high is CqlTemporal last) AddPeriods(interval, first, last, per, result);
        else AddRanges(low, high, per, result);
    }

    private static void AddPeriods(CqlInterval interval, CqlTemporal low, CqlTemporal high, CqlQuantity? per, CqlList result)
    {
        var precision = (CqlPrecision)Math.Min((int)low.Precision, (int)high.Precision);
        per ??= new CqlQuantity(1, Keyword(precision));
        if (CalendarUnits.Find(per.Unit) is not { } unit || per.Value < 1) return;
        var asked = unit == DurationUnit.Week ? CqlPrecision.Day : (CqlPrecision)unit;
        if (asked > precision) return;
        var (start, end) = (AtPrecision(low, asked), AtPrecision(interval.High as CqlTemporal ?? high, asked));
        var open = !interval.HighClosed && asked == (interval.High as CqlTemporal ?? high).Precision;
        if (open) end = (CqlTemporal)Points.Predecessor(end)!;
        while (Temporals.Compare(start, end, null) <= 0 && result.Count < Limit)
        {
            var next = DateArithmetic.Add(start, per, 1)!;
            var wraps = next is CqlTime && Temporals.Compare(next, start, null) <= 0;
            var last = wraps ? end : (CqlTemporal)Points.Predecessor(next)!;
            if (Temporals.Compare(last, end, null) > 0) return;
            result.Add(new CqlInterval(start, last));
            if (wraps) return;
            start = next;
        }
    }

    private static void AddRanges(object low, object high, CqlQuantity? per, CqlList result)
    {
        var unit = (low as CqlQuantity)?.Unit;
        if (per is not null && low is CqlQuantity) per = Units.ConvertTo(per, unit);
        else if (per is { Unit: not (null or "1") }) return;
        var step = per?.Value ?? 1;
        if (step <= 0) return;
        var whole = low is int && step == decimal.Truncate(step);
        var scale = per is null && low is decimal or CqlQuantity ? 0 : Arithmetic.Places(step);
        var (start, end) = (Floor(Number(low), scale), Number(high) + (low is int && !whole ? 1 - (step / 100) : 0));
        for (var from = start; from + step - Smallest(scale) <= Floor(end, scale) && result.Count < Limit; from += step)
        {
            result.Add(new CqlInterval(Point(from, low, whole, unit), Point(from + step - Smallest(scale), low, whole, unit)));
        }
    }

    private static decimal Smallest(int scale) => new(1, 0, 0, false, (byte)scale);

    private static decimal Floor(decimal value, int scale) => Math.Floor(value / Smallest(scale)) * Smallest(scale);

    private static decimal Number(object value) => value is CqlQuantity quantity ? quantity.Value : Arithmetic.ToDecimal(value);

    private static object Point(decimal value, object like, bool whole, string? unit) => like switch
    {
        int when whole => (int)value,
        long => (long)value,
        CqlQuantity => new CqlQuantity(value, unit),
        _ => value,
    };

    private static CqlTemporal AtPrecision(CqlTemporal value, CqlPrecision precision) => value switch
    {
        CqlDate => new CqlDate(value.Packed, precision),
        CqlDateTime moment => moment.With(moment.Packed, precision),
        _ => new CqlTime(value.Packed, precision),
    };

    private static string Keyword(CqlPrecision precision) => precision switch
    {
        CqlPrecision.Year => "year",
        CqlPrecision.Month => "month",
        CqlPrecision.Day => "day",
        CqlPrecision.Hour => "hour",
        CqlPrecision.Minute => "minute",
        CqlPrecision.Second => "second",
        _ => "millisecond",
    };
}
