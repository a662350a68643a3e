using System.Globalization;

namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>A Date, DateTime or Time, as exact as it was given.</summary>
/// <param name="Kind">Date, DateTime or Time.</param>
/// <param name="Precision">What of <paramref name="Ticks"/> counts.</param>
/// <param name="Ticks">The clock at the place itself, in ticks of <see cref="DateTime"/>; of a Time since midnight. What is not known is least.</param>
/// <param name="Offset">Minutes east of UTC; null when not given.</param>
/// <param name="FractionDigits">Digits of the second's fraction that were given.</param>
internal sealed record PartialTime(FhirPathKind Kind, TimePrecision Precision, long Ticks, int? Offset = null, int FractionDigits = 0)
{
    private bool HasClock => Precision >= TimePrecision.Hour;

    /// <summary>
    /// Order of two points; null when their precision does not tell. Where both have a clock, offsets count; one that is missing is the default.
    /// </summary>
    /// <param name="other">One of the same family: Time is compared with Time only.</param>
    /// <param name="defaultOffset">Minutes.</param>
    public int? CompareTo(PartialTime other, int defaultOffset)
    {
        var (left, right) = (Ticks, other.Ticks);
        if (Kind != FhirPathKind.Time && HasClock && other.HasClock)
        {
            left -= (Offset ?? defaultOffset) * TimeSpan.TicksPerMinute;
            right -= (other.Offset ?? defaultOffset) * TimeSpan.TicksPerMinute;
        }

        if (Precision == other.Precision) return left.CompareTo(right);
        var common = Precision < other.Precision ? Precision : other.Precision;
        var order = Truncate(left, common).CompareTo(Truncate(right, common));
        return order == 0 ? null : order;
    }

    /// <summary>The same instant as DateTime without time of day.</summary>
    public PartialTime ToDateTime() => Kind == FhirPathKind.Date ? this with { Kind = FhirPathKind.DateTime } : this;

    /// <summary>The day alone.</summary>
    public PartialTime ToDate() => Kind != FhirPathKind.DateTime ? this : HasClock
        ? new(FhirPathKind.Date, TimePrecision.Day, Truncate(Ticks, TimePrecision.Day))
        : this with { Kind = FhirPathKind.Date };

    /// <summary>A point in time with milliseconds and offset.</summary>
    public static PartialTime Of(DateTimeOffset instant)
        => new(FhirPathKind.DateTime, TimePrecision.Second, instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMillisecond), (int)instant.Offset.TotalMinutes, 3);

    /// <inheritdoc/>
    public override string ToString()
    {
        var date = Kind == FhirPathKind.Time ? "" : new DateTime(Ticks).ToString(DateFormat(), CultureInfo.InvariantCulture);
        if (!HasClock) return date;
        var clock = new DateTime(Ticks % TimeSpan.TicksPerDay).ToString(ClockFormat(), CultureInfo.InvariantCulture);
        return Kind == FhirPathKind.Time ? clock : $"{date}T{clock}{Zone()}";
    }

    private static long Truncate(long ticks, TimePrecision precision)
    {
        var unit = precision switch
        {
            TimePrecision.Day => TimeSpan.TicksPerDay,
            TimePrecision.Hour => TimeSpan.TicksPerHour,
            TimePrecision.Minute => TimeSpan.TicksPerMinute,
            _ => 1,
        };
        if (precision >= TimePrecision.Day) return ticks - (((ticks % unit) + unit) % unit);
        var date = new DateTime(ticks);
        return new DateTime(date.Year, precision == TimePrecision.Year ? 1 : date.Month, 1, 0, 0, 0, DateTimeKind.Unspecified).Ticks;
    }

    private string DateFormat() => Precision switch
    {
        TimePrecision.Year => "yyyy",
        TimePrecision.Month => "yyyy-MM",
        _ => "yyyy-MM-dd",
    };

    private string ClockFormat() => Precision switch
    {
        TimePrecision.Hour => "HH",
        TimePrecision.Minute => "HH:mm",
        _ => FractionDigits == 0 ? "HH:mm:ss" : "HH:mm:ss." + new string('f', Math.Min(FractionDigits, 7)),
    };

    private string Zone() => Offset switch
    {
        null => "",
        0 => "Z",
        { } minutes => string.Create(
            CultureInfo.InvariantCulture, $"{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes) / 60:00}:{Math.Abs(minutes) % 60:00}"),
    };
}
