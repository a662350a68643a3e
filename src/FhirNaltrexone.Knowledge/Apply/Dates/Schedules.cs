using System.Text.Json;
using System.Text.Json.Nodes;
using FhirNaltrexone.Knowledge.Loading;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Knowledge.Apply.Dates;

/// <summary>Gives a Timing its dates: a pattern such as "every 4 weeks for 24 weeks" from a start on.</summary>
/// <param name="calendar">Counts dates.</param>
/// <param name="maxEvents">Most dates for all schedules together.</param>
internal sealed class Schedules(PlanCalendar calendar, int maxEvents)
{
    private const int Week = 7;

    private static readonly string[] Bounds = ["boundsDuration", "boundsRange", "boundsPeriod"];

    private int _events;

    /// <summary>Whether a Timing says its dates itself, by events and without repetition.</summary>
    public static bool IsFixed(JsonElement timing) => timing.Child("repeat") is null && timing.Items("event").Any();

    /// <summary>The start a pattern itself names, or null.</summary>
    public Moment? OwnStart(JsonElement timing) => calendar.Read(timing.Child("repeat")?.Child("boundsPeriod")?.Text("start"));

    /// <summary>The schedule from a start on. A bound of so many calendar units ends on the day before they are over: the end of a FHIR Period belongs to it.</summary>
    /// <param name="timing">The pattern.</param>
    /// <param name="start">First day.</param>
    /// <param name="last">Last moment where the pattern has no bounds of its own; null for open.</param>
    public When From(JsonElement timing, Moment start, Moment? last)
    {
        var written = JsonNode.Parse(timing.GetRawText())!.AsObject();
        if (IsFixed(timing)) return Fixed(timing, written);
        var repeat = timing.Child("repeat") ?? default;
        var end = End(repeat, start) ?? last;
        var period = When.Between(start, end);
        Bound(written, period);
        var events = Events(repeat, start, end);
        if (events.Count > 0) written["event"] = new JsonArray([.. events.Select(moment => JsonValue.Create(moment.ToString()))]);
        return period with { Timing = written };
    }

    private static void Bound(JsonObject timing, When period)
    {
        if (timing["repeat"] is not JsonObject repeat) timing["repeat"] = repeat = [];
        foreach (var bound in Bounds) repeat.Remove(bound);
        repeat.Insert(0, "boundsPeriod", new JsonObject(period.Period()
            .Where(pair => pair.Key == "start" || period.End is not null).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))));
    }

    private When Fixed(JsonElement timing, JsonObject written)
    {
        var events = timing.Items("event").Select(item => calendar.Read(item.ValueKind == JsonValueKind.String ? item.GetString() : null)).OfType<Moment>().Order().ToList();
        return new When(events.Count > 0 ? events[0] : null, events.Count > 0 ? events[^1] : null, true) { Timing = written };
    }

    private Moment? End(JsonElement repeat, Moment start)
    {
        if (repeat.Child("boundsDuration") is { } duration) return Offset.Read(duration) is { } length ? Before(start, length) : null;
        if (repeat.Child("boundsRange")?.Child("high") is { } high) return Offset.Read(high) is { } length ? Before(start, length) : null;
        if (repeat.Child("boundsPeriod") is not { } period || calendar.Read(period.Text("end")) is not { } end) return null;
        return calendar.Read(period.Text("start")) is { } begin && begin != start
            ? calendar.Add(start, new(end.Date.DayNumber - begin.Date.DayNumber, 0, default))
            : end;
    }

    private Moment? Before(Moment start, Offset length)
    {
        if (calendar.Add(start, length) is not { } after) return null;
        if (start.HasClock || !length.IsCalendar) return after;
        return after.Date > start.Date ? Moment.On(after.Date.AddDays(-1)) : start;
    }

    /// <summary>Each date is counted from the start, so that the 31st stays the 31st where a month has one.</summary>
    private List<Moment> Events(JsonElement repeat, Moment start, Moment? end)
    {
        List<Moment> events = [];
        var count = Number(repeat, "count");
        if (Interval(repeat) is not { } interval || (end is null && count is null)) return events;
        for (var index = 0; count is null || index < count; index++)
        {
            if (calendar.Add(start, interval.Times(index)) is not { } moment || (end is { } last && moment.CompareTo(last) > 0)) break;
            if (++_events > maxEvents) throw new ApplyFaultException(new(IssueCodes.TooCostly, $"The schedules have more than {maxEvents} dates."));
            events.Add(moment);
        }

        return events;
    }

    /// <summary>How long after one another the events are: once in a period of a week or longer. Null for everything else, which nobody wants as a list.</summary>
    private static Offset? Interval(JsonElement repeat)
    {
        if ((Number(repeat, "frequency") ?? 1) != 1 || repeat.Child("frequencyMax") is not null || repeat.Child("periodMax") is not null) return null;
        if (repeat.Child("period") is not { ValueKind: JsonValueKind.Number } period || !period.TryGetDecimal(out var value) || value <= 0) return null;
        return Offset.Of(value, repeat.Text("periodUnit")) is { } interval && (interval.Days >= Week || interval.Months > 0) ? interval : null;
    }

    private static int? Number(JsonElement repeat, string name)
        => repeat.Child(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;
}
