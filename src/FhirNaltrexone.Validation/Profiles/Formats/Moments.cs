namespace FhirNaltrexone.Validation.Profiles.Formats;

/// <summary>Whether dates and times are written as FHIR R4 demands (2.24.0.1), and whether the day exists.</summary>
internal static class Moments
{
    private const int DateLength = 10;
    private const int TimeLength = 8;

    public static bool IsDate(ReadOnlySpan<byte> text) => text.Length switch
    {
        4 => IsYear(text),
        7 => IsMonth(text),
        DateLength => IsDay(text),
        _ => false,
    };

    public static bool IsDateTime(ReadOnlySpan<byte> text) => text.Length <= DateLength ? IsDate(text) : IsInstant(text);

    public static bool IsInstant(ReadOnlySpan<byte> text)
    {
        if (text.Length <= DateLength + TimeLength || !IsDay(text[..DateLength]) || text[DateLength] != 'T') return false;
        var clock = text[(DateLength + 1)..];
        var end = clock.IndexOfAny((byte)'Z', (byte)'+', (byte)'-');
        return end > 0 && IsTime(clock[..end]) && IsZone(clock[end..]);
    }

    public static bool IsTime(ReadOnlySpan<byte> text)
        => text.Length >= TimeLength
            && Pair(text, 0) is >= 0 and <= 23 && text[2] == ':'
            && Pair(text, 3) is >= 0 and <= 59 && text[5] == ':'
            && Pair(text, 6) is >= 0 and <= 60
            && (text.Length == TimeLength || IsFraction(text[TimeLength..]));

    private static bool IsYear(ReadOnlySpan<byte> text) => Year(text) > 0;

    private static bool IsMonth(ReadOnlySpan<byte> text) => IsYear(text) && text[4] == '-' && Pair(text, 5) is >= 1 and <= 12;

    private static bool IsDay(ReadOnlySpan<byte> text)
        => IsMonth(text) && text[7] == '-' && Pair(text, 8) is >= 1 and var day && day <= DateTime.DaysInMonth(Year(text), Pair(text, 5));

    private static bool IsZone(ReadOnlySpan<byte> text)
        => text is [(byte)'Z'] || (text is [(byte)'+' or (byte)'-', _, _, (byte)':', _, _]
            && Pair(text, 1) is >= 0 and var hours && Pair(text, 4) is >= 0 and <= 59 and var minutes && (hours < 14 || (hours == 14 && minutes == 0)));

    private static bool IsFraction(ReadOnlySpan<byte> text) => text is [(byte)'.', _, ..] && text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    private static int Year(ReadOnlySpan<byte> text) => (Pair(text, 0), Pair(text, 2)) is ( >= 0 and var century, >= 0 and var year) ? (century * 100) + year : -1;

    /// <summary>Two digits as a number; -1 when they are none.</summary>
    private static int Pair(ReadOnlySpan<byte> text, int at)
        => char.IsAsciiDigit((char)text[at]) && char.IsAsciiDigit((char)text[at + 1]) ? ((text[at] - '0') * 10) + text[at + 1] - '0' : -1;
}
