using System.Globalization;
using System.Text;

namespace FhirNaltrexone.Cql.Operators;

/// <summary>Reading and writing dates and times in the ISO 8601 forms of FHIR and CQL.</summary>
internal static class TemporalText
{
    /// <summary>Digits of each component, in order of precision.</summary>
    private static readonly int[] Widths = [0, 4, 2, 2, 2, 2, 2];

    /// <summary>Separator before each component, in order of precision.</summary>
    private static readonly char[] Separators = ['\0', '\0', '-', '-', 'T', ':', ':'];

    public static string Format(CqlTemporal value)
    {
        var text = new StringBuilder(29);
        var first = value is CqlTime ? CqlPrecision.Hour : CqlPrecision.Year;
        for (var precision = first; precision <= value.Precision && precision <= CqlPrecision.Second; precision++)
        {
            if (precision != first) text.Append(Separators[(int)precision]);
            text.Append(Calendar.Component(value.Packed, precision).ToString("D" + Widths[(int)precision], CultureInfo.InvariantCulture));
        }

        if (value.Precision == CqlPrecision.Millisecond)
            text.Append(CultureInfo.InvariantCulture, $".{Calendar.Component(value.Packed, CqlPrecision.Millisecond):D3}");
        if (value is CqlDateTime { HasOffset: true, Precision: > CqlPrecision.Day } moment) AppendOffset(text, moment.OffsetMinutes);
        return text.ToString();
    }

    /// <summary>A date of any precision; null when the text is none.</summary>
    public static CqlDate? Date(ReadOnlySpan<char> text) =>
        Read(ref text, CqlPrecision.Year, CqlPrecision.Day, out var packed, out var precision) && text.IsEmpty && Calendar.IsValid(packed, precision)
            ? new CqlDate(packed, precision)
            : null;

    /// <summary>A time with an optional leading T; an offset is read and dropped, as CQL's <c>ToTime</c> does.</summary>
    public static CqlTime? Time(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("T", StringComparison.Ordinal)) text = text[1..];
        if (!Read(ref text, CqlPrecision.Hour, CqlPrecision.Millisecond, out var packed, out var precision)) return null;
        if (!text.IsEmpty && !Offset(ref text, out _)) return null;
        return text.IsEmpty && Calendar.IsValid(packed | Calendar.Pack(1, 1, 1), precision) ? new CqlTime(packed, precision) : null;
    }

    /// <summary>A date/time; null when the text is none.</summary>
    public static CqlDateTime? DateTime(ReadOnlySpan<char> text, int evaluationOffset)
    {
        if (!Read(ref text, CqlPrecision.Year, CqlPrecision.Millisecond, out var packed, out var precision)) return null;
        if (text is "T" && precision <= CqlPrecision.Day) text = default;
        var offset = evaluationOffset;
        var stated = !text.IsEmpty;
        if (stated && (precision < CqlPrecision.Hour || !Offset(ref text, out offset))) return null;
        return text.IsEmpty && Calendar.IsValid(packed, precision) ? new CqlDateTime(packed, precision, offset, stated, evaluationOffset) : null;
    }

    private static bool Read(ref ReadOnlySpan<char> text, CqlPrecision first, CqlPrecision last, out long packed, out CqlPrecision precision)
    {
        packed = 0;
        precision = first - 1;
        for (var next = first; next <= last && next <= CqlPrecision.Second; next++)
        {
            if (next != first && (text.IsEmpty || text[0] != Separators[(int)next])) break;
            var rest = next == first ? text : text[1..];
            if (!Digits(rest, Widths[(int)next], out var value)) break;
            packed |= Component(next, value);
            text = rest[Widths[(int)next]..];
            precision = next;
        }

        if (precision == CqlPrecision.Second && last == CqlPrecision.Millisecond) ReadFraction(ref text, ref packed, ref precision);
        return precision >= first;
    }

    private static void ReadFraction(ref ReadOnlySpan<char> text, ref long packed, ref CqlPrecision precision)
    {
        if (text.Length < 2 || text[0] != '.' || !char.IsAsciiDigit(text[1])) return;
        var (milliseconds, length) = (0, 1);
        for (; length < text.Length && char.IsAsciiDigit(text[length]); length++)
        {
            if (length <= 3) milliseconds += (text[length] - '0') * (length == 1 ? 100 : length == 2 ? 10 : 1);
        }

        packed |= (long)milliseconds;
        text = text[length..];
        precision = CqlPrecision.Millisecond;
    }

    private static long Component(CqlPrecision precision, int value) => precision switch
    {
        CqlPrecision.Year => Calendar.Pack(value, 0, 0),
        CqlPrecision.Month => Calendar.Pack(0, value & 15, 0) | Overflow(value, 12),
        CqlPrecision.Day => Calendar.Pack(0, 0, value & 31) | Overflow(value, 31),
        CqlPrecision.Hour => Calendar.Pack(0, 0, 0, value & 31) | Overflow(value, 23),
        CqlPrecision.Minute => Calendar.Pack(0, 0, 0, 0, value & 63) | Overflow(value, 59),
        _ => Calendar.Pack(0, 0, 0, 0, 0, value & 63) | Overflow(value, 59),
    };

    /// <summary>A bit above the year marks a component that does not fit its field; <see cref="Calendar.IsValid"/> refuses it.</summary>
    private static long Overflow(int value, int highest) => value > highest ? 1L << 50 : 0;

    private static bool Digits(ReadOnlySpan<char> text, int count, out int value)
    {
        value = 0;
        if (text.Length < count) return false;
        for (var i = 0; i < count; i++)
        {
            if (!char.IsAsciiDigit(text[i])) return false;
            value = (value * 10) + text[i] - '0';
        }

        return true;
    }

    private static bool Offset(ref ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text is "Z")
        {
            text = default;
            return true;
        }

        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':') return false;
        if (!Digits(text[1..], 2, out var hours) || !Digits(text[4..], 2, out var rest) || hours > 14 || rest > 59) return false;
        minutes = ((hours * 60) + rest) * (text[0] == '-' ? -1 : 1);
        text = default;
        return true;
    }

    private static void AppendOffset(StringBuilder text, int minutes)
    {
        var size = Math.Abs(minutes);
        text.Append(CultureInfo.InvariantCulture, $"{(minutes < 0 ? '-' : '+')}{size / 60:D2}:{size % 60:D2}");
    }
}
