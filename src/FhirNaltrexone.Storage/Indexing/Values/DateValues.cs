using System.Text.Json;
using FhirNaltrexone.Storage.Indexing.Paths;

namespace FhirNaltrexone.Storage.Indexing.Values;

/// <summary>Dates as spans: an instant is a point, one millisecond wide, with whatever precision it is written. Of a timing only the outer limits count: its events and the period it is bounded by.</summary>
internal static class DateValues
{
    public static ValueRule? Rule(string type) => type switch
    {
        "date" or "dateTime" => Plain,
        "instant" => static (extraction, value, _) => Add(extraction, Span(extraction, value) is var (from, _) ? (from, from + 1) : null),
        "Period" => static (extraction, value, _) => Add(extraction, Period(extraction, value)),
        "Timing" => Timing,
        _ => null,
    };

    private static void Plain(Extraction extraction, JsonElement value, PathBranch branch) => Add(extraction, Span(extraction, value));

    private static void Timing(Extraction extraction, JsonElement value, PathBranch branch)
    {
        (long From, long To)? outer = null;
        foreach (var one in value.Items("event"u8)) outer = Join(outer, Span(extraction, one));
        if (value.Member("repeat"u8) is { } repeat && repeat.Member("boundsPeriod"u8) is { } period) outer = Join(outer, Period(extraction, period));
        Add(extraction, outer);
    }

    private static (long From, long To)? Period(Extraction extraction, JsonElement value)
    {
        var start = value.Member("start"u8) is { } first ? Span(extraction, first) : null;
        var end = value.Member("end"u8) is { } last ? Span(extraction, last) : null;
        return start is null && end is null ? null : (start?.From ?? long.MinValue, end?.To ?? long.MaxValue);
    }

    private static (long From, long To)? Span(Extraction extraction, JsonElement value)
        => value.SafeText() is { } text && DateSpan.TryParse(text, extraction.Options.TimeZone, out var from, out var to) ? (from, to) : null;

    private static (long From, long To)? Join((long From, long To)? left, (long From, long To)? right) => (left, right) switch
    {
        (null, _) => right,
        (_, null) => left,
        var (one, other) => (Math.Min(one.Value.From, other.Value.From), Math.Max(one.Value.To, other.Value.To)),
    };

    private static void Add(Extraction extraction, (long From, long To)? span)
    {
        if (span is var (from, to)) extraction.Date(from, to);
    }
}
