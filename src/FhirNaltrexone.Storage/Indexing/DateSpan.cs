namespace FhirNaltrexone.Storage.Indexing;

/// <summary>Reads dates, dateTimes and instants as the span of time they stand for (FHIR R4, date parameters).</summary>
public static class DateSpan
{
    private const long Second = 1000;
    private const long Minute = 60 * Second;
    private const long Day = 24 * 60 * Minute;
    private static readonly long Earliest = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>Reads a text as wide as it is precise: a year, a month, a day, a minute, a second, or a millisecond.</summary>
    /// <param name="text"><c>2024</c>, <c>2024-02-29</c>, <c>2024-02-29T10:30:00.5+01:00</c> and the like.</param>
    /// <param name="zone">Zone of what names none.</param>
    /// <param name="from">Inclusive start, milliseconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="to">Exclusive end.</param>
    /// <returns>False when the text is no date.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, TimeZoneInfo zone, out long from, out long to)
    {
        (from, to) = (0, 0);
        if (!Digits(ref text, 4, out var year) || year == 0) return false;
        if (text.IsEmpty) return Local(Days(year, 1, 1), Days(year + 1, 1, 1), zone, out from, out to);
        if (!Skip(ref text, '-') || !Digits(ref text, 2, out var month) || month is 0 or > 12) return false;
        if (text.IsEmpty) return Local(Days(year, month, 1), month == 12 ? Days(year + 1, 1, 1) : Days(year, month + 1, 1), zone, out from, out to);
        if (!Skip(ref text, '-') || !Digits(ref text, 2, out var day) || day == 0 || day > DateTime.DaysInMonth(year, month)) return false;
        var start = Days(year, month, day);
        if (text.IsEmpty) return Local(start, start + Day, zone, out from, out to);
        if (!Skip(ref text, 'T') || !Time(ref text, out var time, out var width)) return false;
        if (text.IsEmpty) return Local(start + time, start + time + width, zone, out from, out to);
        if (!Offset(ref text, out var offset)) return false;
        from = start + time - offset;
        to = from + width;
        return true;
    }

    /// <summary>Reads a date of a parameter: as wide as it is precise.</summary>
    /// <param name="text">As clients send it; a plus sign that arrived as a space is taken as such.</param>
    /// <param name="zone">Zone of what names none.</param>
    /// <param name="from">Inclusive start.</param>
    /// <param name="to">Exclusive end; the last instant there is for what reaches beyond the year 9999.</param>
    /// <returns>False when the text is no date, or one that no instant stands for.</returns>
    public static bool TryReadParameter(string text, TimeZoneInfo zone, out DateTimeOffset from, out DateTimeOffset to)
    {
        (from, to) = (default, default);
        if (!TryParse(text.Trim().Replace(' ', '+'), zone, out var start, out var end)) return false;
        if (start < Earliest || start > Latest) return false;
        from = DateTimeOffset.FromUnixTimeMilliseconds(start);
        to = end > Latest ? DateTimeOffset.MaxValue : DateTimeOffset.FromUnixTimeMilliseconds(end);
        return true;
    }

    private static bool Time(ref ReadOnlySpan<char> text, out long time, out long width)
    {
        (time, width) = (0, Minute);
        if (!Digits(ref text, 2, out var hour) || hour > 23 || !Skip(ref text, ':') || !Digits(ref text, 2, out var minute) || minute > 59) return false;
        time = (((hour * 60L) + minute) * 60) * Second;
        if (!Skip(ref text, ':')) return true;
        if (!Digits(ref text, 2, out var second) || second > 60) return false;
        time += second * Second;
        width = Second;
        if (!Skip(ref text, '.')) return true;
        width = 1;
        return Fraction(ref text, ref time);
    }

    private static bool Fraction(ref ReadOnlySpan<char> text, ref long time)
    {
        var (weight, length) = (100, 0);
        while (length < text.Length && char.IsAsciiDigit(text[length]))
        {
            time += (text[length++] - '0') * weight;
            weight /= 10;
        }

        text = text[length..];
        return length > 0;
    }

    private static bool Offset(ref ReadOnlySpan<char> text, out long offset)
    {
        offset = 0;
        if (text is "Z") return true;
        var sign = text[0] switch { '+' => 1, '-' => -1, _ => 0 };
        text = text[1..];
        if (sign == 0 || !Digits(ref text, 2, out var hours) || hours > 14 || !Skip(ref text, ':') || !Digits(ref text, 2, out var minutes) || minutes > 59) return false;
        offset = sign * ((hours * 60L) + minutes) * Minute;
        return text.IsEmpty;
    }

    private static bool Local(long start, long end, TimeZoneInfo zone, out long from, out long to)
    {
        from = start - OffsetAt(start, zone);
        to = end - OffsetAt(end, zone);
        return true;
    }

    private static long OffsetAt(long local, TimeZoneInfo zone)
    {
        if (ReferenceEquals(zone, TimeZoneInfo.Utc)) return 0;
        var ticks = Math.Clamp(local + Days(1, 1, 1) * -1, 0, DateTime.MaxValue.Ticks / TimeSpan.TicksPerMillisecond) * TimeSpan.TicksPerMillisecond;
        return (long)zone.GetUtcOffset(new DateTime(ticks, DateTimeKind.Unspecified)).TotalMilliseconds;
    }

    /// <summary>Milliseconds from 1970 to a day of the proleptic Gregorian calendar; also of the year 10000, which DateTime has not.</summary>
    private static long Days(int year, int month, int day)
    {
        var shifted = month <= 2 ? year - 1 : year;
        var era = shifted / 400;
        var yearOfEra = shifted - (era * 400);
        var dayOfYear = ((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5 + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return ((era * 146097L) + dayOfEra - 719468) * Day;
    }

    private static bool Digits(ref ReadOnlySpan<char> text, int count, out int value)
    {
        value = 0;
        if (text.Length < count) return false;
        foreach (var character in text[..count])
        {
            if (!char.IsAsciiDigit(character)) return false;
            value = (value * 10) + (character - '0');
        }

        text = text[count..];
        return true;
    }

    private static bool Skip(ref ReadOnlySpan<char> text, char character)
    {
        if (text.IsEmpty || text[0] != character) return false;
        text = text[1..];
        return true;
    }
}
