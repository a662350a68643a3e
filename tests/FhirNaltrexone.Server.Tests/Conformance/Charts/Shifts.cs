using System.Globalization;
using System.Text.RegularExpressions;

namespace FhirNaltrexone.Server.Tests.Conformance.Charts;

/// <summary>Moves a whole chart, with its call and its zone.</summary>
internal static partial class Shifts
{
    /// <summary>
    /// Moves the site to another zone: all clocks show the same, every instant moves. The site's zone is a fixed offset before and after, because
    /// no two real zones keep summer time alike.
    /// </summary>
    public static GeneratedChart ToZone(GeneratedChart chart, TimeSpan moved) => Fixed(
        chart.Rewrite(text => Offset().Replace(text, match => match.Groups[1].Value + Written(TimeSpan.Parse(match.Groups[2].Value.TrimStart('+'), CultureInfo.InvariantCulture) + moved) + "\"")),
        new DateTimeOffset(chart.Now.DateTime, chart.Now.Offset + moved));

    /// <summary>Moves everything by whole days in a zone of fixed offset. A month has no fixed length, so a month is first read as its middle.</summary>
    public static GeneratedChart ByDays(GeneratedChart chart, int days) => Fixed(
        chart.Rewrite(text => Date().Replace(MiddleOfMonths(text), match => "\"" + DateOnly
            .ParseExact(match.Groups[1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            .AddDays(days)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        chart.Now.AddDays(days));

    private static GeneratedChart Fixed(GeneratedChart chart, DateTimeOffset now)
        => chart with { Now = now, Zone = TimeZoneInfo.CreateCustomTimeZone(Written(now.Offset), now.Offset, null, null) };

    private static string MiddleOfMonths(string text) => Month().Replace(text, "\"$1-15\"");

    private static string Written(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex("""("\d{4}-\d\d-\d\dT[\d:]+)([+-]\d\d:\d\d)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Offset();

    [GeneratedRegex("""
        "(\d{4}-\d\d-\d\d)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Date();

    [GeneratedRegex("""
        "(\d{4}-\d\d)"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Month();
}
