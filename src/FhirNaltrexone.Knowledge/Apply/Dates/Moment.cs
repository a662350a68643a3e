using System.Globalization;

namespace FhirNaltrexone.Knowledge.Apply.Dates;

/// <summary>A date of a plan in the site's zone.</summary>
/// <param name="Date">The local date.</param>
/// <param name="Instant">The instant, where one is known: hours are counted from it.</param>
/// <param name="HasClock">Whether the clock time is part of what was asked for; otherwise only the date is told.</param>
internal readonly record struct Moment(DateOnly Date, DateTimeOffset? Instant, bool HasClock) : IComparable<Moment>
{
    /// <summary>A date without clock time.</summary>
    public static Moment On(DateOnly date) => new(date, null, false);

    /// <summary>An instant, with its local date.</summary>
    public static Moment At(DateTimeOffset local) => new(DateOnly.FromDateTime(local.DateTime), local, true);

    public int CompareTo(Moment other)
        => HasClock && other.HasClock ? Instant!.Value.CompareTo(other.Instant!.Value) : Date.CompareTo(other.Date);

    /// <summary>As FHIR writes it: a date, or a dateTime to the second.</summary>
    public override string ToString() => HasClock
        ? Instant!.Value.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
        : Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
