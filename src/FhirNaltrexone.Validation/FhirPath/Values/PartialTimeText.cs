namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>Reads dates and times of the ISO 8601 form that FHIR and FHIRPath share.</summary>
internal ref struct PartialTimeText
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private PartialTimeText(ReadOnlySpan<char> text) => _text = text;

    /// <summary>A Date, or a DateTime where the text has a <c>T</c>; null when it is neither.</summary>
    public static PartialTime? ReadDate(ReadOnlySpan<char> text)
    {
        var reader = new PartialTimeText(text);
        return reader.Date() is { } time && reader._at == text.Length ? time : null;
    }

    /// <summary>A Time, without leading <c>T</c>; null when it is none.</summary>
    public static PartialTime? ReadTime(ReadOnlySpan<char> text)
    {
        var reader = new PartialTimeText(text);
        return reader.Clock(out var precision, out var digits) is { } ticks && reader._at == text.Length && ticks < TimeSpan.TicksPerDay
            ? new(FhirPathKind.Time, precision, ticks, null, digits)
            : null;
    }

    private PartialTime? Date()
    {
        if (Number(4) is not (> 0 and { } year)) return null;
        var (month, day, precision) = (1, 1, TimePrecision.Year);
        if (Take('-'))
        {
            if (Number(2) is not (>= 1 and <= 12 and { } given)) return null;
            (month, precision) = (given, TimePrecision.Month);
            if (Take('-'))
            {
                if (Number(2) is not (>= 1 and { } date) || date > DateTime.DaysInMonth(year, month)) return null;
                (day, precision) = (date, TimePrecision.Day);
            }
        }

        var ticks = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).Ticks;
        if (!Take('T')) return new(FhirPathKind.Date, precision, ticks);
        if (precision != TimePrecision.Day || _at == _text.Length) return new(FhirPathKind.DateTime, precision, ticks);
        if (Clock(out precision, out var digits) is not { } clock || !Zone(out var offset)) return null;
        return ticks + clock > DateTime.MaxValue.Ticks ? null : new(FhirPathKind.DateTime, precision, ticks + clock, offset, digits);
    }

    private long? Clock(out TimePrecision precision, out int digits)
    {
        (precision, digits) = (TimePrecision.Hour, 0);
        if (Number(2) is not (<= 23 and { } hour)) return null;
        var ticks = hour * TimeSpan.TicksPerHour;
        if (!Take(':')) return ticks;
        if (Number(2) is not (<= 59 and { } minute)) return null;
        precision = TimePrecision.Minute;
        ticks += minute * TimeSpan.TicksPerMinute;
        if (!Take(':')) return ticks;

        // FHIR allows 60 for leap seconds.
        if (Number(2) is not (<= 60 and { } second)) return null;
        precision = TimePrecision.Second;
        ticks += second * TimeSpan.TicksPerSecond;
        if (!Take('.')) return ticks;
        for (var unit = TimeSpan.TicksPerSecond / 10; _at < _text.Length && char.IsAsciiDigit(_text[_at]); unit /= 10, digits++) ticks += (_text[_at++] - '0') * unit;
        return digits == 0 ? null : ticks;
    }

    private bool Zone(out int? offset)
    {
        offset = null;
        if (_at == _text.Length) return true;
        if (Take('Z'))
        {
            offset = 0;
            return true;
        }

        var sign = Take('+') ? 1 : Take('-') ? -1 : 0;
        if (sign == 0 || Number(2) is not (<= 24 and { } hours) || !Take(':') || Number(2) is not (<= 59 and { } minutes)) return false;
        offset = sign * ((hours * 60) + minutes);
        return true;
    }

    private int? Number(int digits)
    {
        if (_at + digits > _text.Length) return null;
        var number = 0;
        foreach (var character in _text.Slice(_at, digits))
        {
            if (!char.IsAsciiDigit(character)) return null;
            number = (number * 10) + (character - '0');
        }

        _at += digits;
        return number;
    }

    private bool Take(char expected)
    {
        if (_at == _text.Length || _text[_at] != expected) return false;
        _at++;
        return true;
    }
}
