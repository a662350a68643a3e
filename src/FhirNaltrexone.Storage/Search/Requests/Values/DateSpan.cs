using System.Globalization;
using System.Text.RegularExpressions;

namespace FhirNaltrexone.Storage.Search.Requests.Values;

/// <summary>The span of time a written date stands for (FHIR R4, date parameters): as wide as what is left out.</summary>
/// <param name="From">Inclusive start, milliseconds since 1970.</param>
/// <param name="To">Exclusive end.</param>
internal readonly partial record struct DateSpan(long From, long To)
{
    private const long Day = 86_400_000;
    private const long Minute = 60_000;
    private const long Second = 1000;

    /// <summary>Reads a date or a time of a precision from year to millisecond.</summary>
    /// <param name="text">The value without prefix; a plus sign of an offset may have become a space.</param>
    /// <param name="zone">Zone of a value that names none.</param>
    /// <param name="span">The span.</param>
    public static bool TryRead(string text, TimeZoneInfo zone, out DateSpan span)
    {
        span = default;
        var match = Written().Match(text);
        if (!match.Success || !TryDay(match, out var day)) return false;
        span = match.Groups["time"].Success
            ? OfTime(match, day, zone)
            : new DateSpan(Instant(day, 0, zone), Instant(Next(match, day), 0, zone));
        return true;
    }

    /// <summary>The span widened on both sides by a tenth of the distance between it and now (prefix <c>ap</c>).</summary>
    public DateSpan Approximate(DateTimeOffset now)
    {
        var instant = now.ToUnixTimeMilliseconds();
        var distance = instant < From ? From - instant : instant > To ? instant - To : 0;
        return new DateSpan(From - (distance / 10), To + (distance / 10));
    }

    // Days since 1970 rather than DateTime: the day after 9999-12-31 has a place, too.
    private static long Instant(long day, long milliseconds, TimeZoneInfo zone)
    {
        var local = DateTime.UnixEpoch.AddDays(Math.Min(day, 2_932_896)).AddMilliseconds(milliseconds);
        var offset = zone.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified));
        return (day * Day) + milliseconds - (long)offset.TotalMilliseconds;
    }

    private static DateSpan OfTime(Match match, long day, TimeZoneInfo zone)
    {
        var within = (Number(match, "hour") * 60 * Minute) + (Number(match, "minute") * Minute);
        var width = Minute;
        if (match.Groups["second"].Success)
        {
            within += Number(match, "second") * Second;
            width = Second;
        }

        if (match.Groups["fraction"].Success)
        {
            within += int.Parse(match.Groups["fraction"].Value.PadRight(3, '0').AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture);
            width = 1;
        }

        var from = match.Groups["zone"].Success ? (day * Day) + within - Offset(match) : Instant(day, within, zone);
        return new DateSpan(from, from + width);
    }

    private static long Offset(Match match)
    {
        if (match.Groups["zone"].Value == "Z") return 0;
        var offset = ((Number(match, "offsetHour") * 60) + Number(match, "offsetMinute")) * Minute;
        return match.Groups["sign"].Value == "-" ? -offset : offset;
    }

    private static bool TryDay(Match match, out long day)
    {
        day = 0;
        var year = Number(match, "year");
        var month = match.Groups["month"].Success ? Number(match, "month") : 1;
        var date = match.Groups["day"].Success ? Number(match, "day") : 1;
        if (year == 0 || month is 0 or > 12 || date == 0 || date > DateTime.DaysInMonth(year, month)) return false;
        day = DaysOf(year, month, date);
        return true;
    }

    private static long Next(Match match, long day)
    {
        if (match.Groups["day"].Success) return day + 1;
        var (year, month) = (Number(match, "year"), match.Groups["month"].Success ? Number(match, "month") : 0);
        if (month == 0) return day + (DateTime.IsLeapYear(year) ? 366 : 365);
        return day + DateTime.DaysInMonth(year, month);
    }

    private static long DaysOf(int year, int month, int day)
        => (new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).Days;

    private static int Number(Match match, string group)
        => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\A(?<year>[0-9]{4})(-(?<month>[0-9]{2})(-(?<day>[0-9]{2})(?<time>T(?<hour>[01][0-9]|2[0-3]):(?<minute>[0-5][0-9])(:(?<second>[0-5][0-9])(\.(?<fraction>[0-9]{1,9}))?)?(?<zone>Z|(?<sign>[-+ ])(?<offsetHour>0[0-9]|1[0-4]):(?<offsetMinute>[0-5][0-9]))?)?)?)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
