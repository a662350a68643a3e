namespace FhirNaltrexone.Cql.Operators;

/// <summary>LowBoundary, HighBoundary and Precision: what an imprecise value can at least and at most be.</summary>
internal static class Boundaries
{
    /// <summary>Digits of a date/time text that each precision ends at.</summary>
    private static readonly int[] DateDigits = [0, 4, 6, 8, 10, 12, 14, 17];
    private static readonly int[] TimeDigits = [0, 0, 0, 0, 2, 4, 6, 9];

    public static object? Of(object? value, object? precision, bool high) => value switch
    {
        decimal number => Number(number, precision as int? ?? 8, high),
        CqlDate date => Fill(date, precision as int? ?? 8, DateDigits, high, static (packed, _, to) => new CqlDate(packed, to)),
        CqlDateTime moment => Fill(moment, precision as int? ?? 17, DateDigits, high, static (packed, from, to) => ((CqlDateTime)from).With(packed, to)),
        CqlTime time => Fill(time, precision as int? ?? 9, TimeDigits, high, static (packed, _, to) => new CqlTime(packed, to)),
        _ => null,
    };

    public static object? Precision(object? value) => value switch
    {
        decimal number => Boxes.Of(number.Scale),
        CqlTime time => Boxes.Of(TimeDigits[(int)time.Precision]),
        CqlTemporal temporal => Boxes.Of(DateDigits[(int)temporal.Precision]),
        _ => null,
    };

    private static decimal? Number(decimal value, int precision, bool high)
    {
        if (precision is < 0 or > 28) return null;
        if (value.Scale >= precision) return decimal.Round(value, precision, MidpointRounding.ToZero);
        var gap = new decimal(1, 0, 0, false, (byte)value.Scale) - new decimal(1, 0, 0, false, (byte)precision);
        return high ? value + gap : value + new decimal(0, 0, 0, false, (byte)precision);
    }

    private static CqlTemporal? Fill(CqlTemporal value, int digits, int[] table, bool high, Func<long, CqlTemporal, CqlPrecision, CqlTemporal> make)
    {
        var index = Array.IndexOf(table, digits);
        if (index <= 0) return null;
        var target = (CqlPrecision)index;
        return make(Calendar.Fill(value.Packed, value.Precision, target, high), value, target);
    }
}
