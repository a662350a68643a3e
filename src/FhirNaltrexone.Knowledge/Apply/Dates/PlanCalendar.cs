using System.Globalization;

namespace FhirNaltrexone.Knowledge.Apply.Dates;

/// <summary>Counts from date to date in the site's zone.</summary>
/// <param name="zone">The zone.</param>
internal sealed class PlanCalendar(TimeZoneInfo zone)
{
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>Day 0 of a plan applied at an instant: its local date. The instant stays known, so that hours can be counted from it.</summary>
    public Moment DayZero(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        return new(DateOnly.FromDateTime(local.DateTime), local, false);
    }

    /// <summary>
    /// A moment later, or earlier for a negative offset. Calendar units move the local date (a month's end stays within its month) and leave the
    /// clock time alone, whatever daylight saving does. Elapsed time is counted from the instant; where only the date is known, from its noon, and
    /// gives a date. Null beyond the calendar.
    /// </summary>
    public Moment? Add(Moment from, Offset offset)
    {
        if (offset.IsZero) return from;
        try
        {
            return offset.IsCalendar ? AddCalendar(from, offset) : AddElapsed(from, offset.Elapsed);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Reads a date or dateTime of FHIR or CQL; null for anything that names no day.</summary>
    public Moment? Read(string? text)
    {
        if (text is null) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return Moment.On(date);
        if (text.Length < "yyyy-MM-ddTHH".Length || text[10] != 'T'
            || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)) return null;
        if (HasOffset(text)) return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? Moment.At(TimeZoneInfo.ConvertTime(instant, zone)) : null;
        try
        {
            return Moment.At(Local(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time)));
        }
        catch (ArgumentOutOfRangeException)
        {
            // At either end of the calendar some zones are beyond it.
            return null;
        }
    }

    private static bool HasOffset(string text) => text[^1] == 'Z' || text.AsSpan("yyyy-MM-ddT".Length).ContainsAny('+', '-');

    private Moment AddCalendar(Moment from, Offset offset)
    {
        var date = from.Date.AddMonths(offset.Months).AddDays(offset.Days);
        return from.HasClock ? Moment.At(Local(date, TimeOnly.FromDateTime(from.Instant!.Value.DateTime))) : Moment.On(date);
    }

    private Moment AddElapsed(Moment from, TimeSpan elapsed)
        => from.Instant is { } instant
            ? Moment.At(TimeZoneInfo.ConvertTime(instant + elapsed, zone))
            : Moment.On(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Local(from.Date, Noon) + elapsed, zone).DateTime));

    /// <summary>The instant of a clock time. One that daylight saving skips is moved by what was skipped; of one that comes twice the first is taken.</summary>
    private DateTimeOffset Local(DateOnly date, TimeOnly time)
    {
        var clock = date.ToDateTime(time);
        if (zone.IsInvalidTime(clock))
        {
            return TimeZoneInfo.ConvertTime(new DateTimeOffset(clock, zone.GetUtcOffset(clock.AddHours(-3))), zone);
        }

        return new(clock, zone.IsAmbiguousTime(clock) ? zone.GetAmbiguousTimeOffsets(clock).Max() : zone.GetUtcOffset(clock));
    }
}
