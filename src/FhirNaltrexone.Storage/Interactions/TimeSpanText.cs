using System.Globalization;

namespace FhirNaltrexone.Storage.Interactions;

/// <summary>Reads a FHIR date, dateTime or instant as the span of time its precision stands for. Without zone it is UTC.</summary>
internal static class TimeSpanText
{
    private static readonly string[] Clocks =
        ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm"];

    /// <summary>Reads a date.</summary>
    /// <param name="text">From <c>2024</c> to <c>2024-05-06T07:08:09.123Z</c>; a plus sign that arrived as a space is taken as such.</param>
    /// <param name="from">Inclusive start.</param>
    /// <param name="to">Exclusive end.</param>
    /// <returns>Whether the text is a date.</returns>
    public static bool TryRead(string text, out DateTimeOffset from, out DateTimeOffset to)
    {
        var plain = text.Trim().Replace(' ', '+');
        if (plain.EndsWith('Z')) plain = $"{plain[..^1]}+00:00";
        from = to = default;
        try
        {
            if (IsExact(plain, "yyyy", out from)) to = from.AddYears(1);
            else if (IsExact(plain, "yyyy-MM", out from)) to = from.AddMonths(1);
            else if (IsExact(plain, "yyyy-MM-dd", out from)) to = from.AddDays(1);
            else if (IsExact(plain, Clocks[0], out from) || IsExact(plain, Clocks[1], out from)) to = from.AddSeconds(1);
            else if (IsExact(plain, Clocks[2], out from) || IsExact(plain, Clocks[3], out from)) to = from.AddMinutes(1);
            else return TryReadFraction(plain, out from, out to);
        }
        catch (ArgumentOutOfRangeException)
        {
            // The end of the year 9999.
            to = DateTimeOffset.MaxValue;
        }

        return true;
    }

    private static bool TryReadFraction(string text, out DateTimeOffset from, out DateTimeOffset to)
    {
        from = to = default;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0) return false;
        var rest = text.AsSpan(point + 1);
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        if (digits < 0) digits = rest.Length;
        if (digits == 0) return false;
        var whole = string.Concat(text.AsSpan(0, point), rest[digits..]);
        if (!IsExact(whole, Clocks[0], out from) && !IsExact(whole, Clocks[1], out from)) return false;
        var milliseconds = int.Parse($"{rest[..Math.Min(digits, 3)]}".PadRight(3, '0'), CultureInfo.InvariantCulture);
        from = from.AddMilliseconds(milliseconds);
        to = from.AddMilliseconds(1);
        return true;
    }

    private static bool IsExact(string text, string format, out DateTimeOffset value)
        => DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
}
