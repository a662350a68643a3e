namespace FhirNaltrexone.Cql.Operators;

/// <summary>Comparison of dates, times and date/times, to a precision and with uncertainty.</summary>
internal static class Temporals
{
    /// <summary>
    /// Sign of the comparison, or <see cref="Points.Unknown"/> when the known components agree but one value knows fewer than
    /// are asked for (CQL 1.5, "Comparing dates and times").
    /// </summary>
    public static int Compare(CqlTemporal left, CqlTemporal right, CqlPrecision? precision)
    {
        var (x, y) = Aligned(left, right);
        var asked = precision ?? CqlPrecision.Millisecond;
        var common = (CqlPrecision)Math.Min((int)asked, Math.Min((int)left.Precision, (int)right.Precision));
        var sign = Calendar.To(x, common).CompareTo(Calendar.To(y, common));
        if (sign != 0) return sign;
        var decided = precision is null ? left.Precision == right.Precision : common == asked || AreWhole(left, right, common);
        return decided ? 0 : Points.Unknown;
    }

    /// <summary>Packed components of both values in one offset: their own when equal, else that of the evaluation.</summary>
    public static (long Left, long Right) Aligned(CqlTemporal left, CqlTemporal right)
    {
        if (left is not CqlDateTime a || right is not CqlDateTime b || a.OffsetMinutes == b.OffsetMinutes) return (left.Packed, right.Packed);
        var target = a.HasOffset && !b.HasOffset ? b.EvaluationOffset : a.EvaluationOffset;
        return (Shift(a, target), Shift(b, target));
    }

    /// <summary>The components in another offset. A value without a time has no offset to shift.</summary>
    public static long Shift(CqlDateTime value, int targetOffset)
    {
        if (value.OffsetMinutes == targetOffset || value.Precision < CqlPrecision.Hour) return value.Packed;
        var moved = Calendar.Milliseconds(value.Packed) + ((targetOffset - value.OffsetMinutes) * 60_000L);
        return moved is < 0 or >= 3_652_059 * Calendar.DayMilliseconds ? value.Packed : Calendar.FromMilliseconds(moved);
    }

    private static bool AreWhole(CqlTemporal left, CqlTemporal right, CqlPrecision common) =>
        common == CqlPrecision.Day && left is CqlDate && right is CqlDate;
}
