using System.Globalization;

namespace FhirNaltrexone.Server.Operations;

/// <summary>Reads instants and dates as clients write them.</summary>
internal static class InstantReading
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd", "yyyy-MM", "yyyy"];

    /// <summary>The instant, or the first of a date; null when it is neither. A plus sign that came as a space counts; without zone it is UTC.</summary>
    public static DateTimeOffset? Start(string text)
        => DateTimeOffset.TryParseExact(
            text.Replace(' ', '+'), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;

    /// <summary>The instant behind the last one that a date covers; null when it is none.</summary>
    public static DateTimeOffset? End(string text) => Start(text) is not { } start ? null : text.Length switch
    {
        4 => start.AddYears(1),
        7 => start.AddMonths(1),
        10 => start.AddDays(1),
        _ => start.AddMilliseconds(1),
    };
}
