using System.Text.Json;
using FhirNaltrexone.Cql;
using FhirNaltrexone.Knowledge.Loading;

namespace FhirNaltrexone.Knowledge.Apply.Dates;

/// <summary>A length of time. Days, weeks, months and years are calendar arithmetic; hours, minutes and seconds are time that passes.</summary>
/// <param name="Days">Whole days.</param>
/// <param name="Months">Whole months.</param>
/// <param name="Elapsed">Time that passes.</param>
internal readonly record struct Offset(int Days, int Months, TimeSpan Elapsed)
{
    private const int Largest = 400_000;

    /// <summary>Whether it is nothing.</summary>
    public bool IsZero => this == default;

    /// <summary>Whether it is calendar arithmetic.</summary>
    public bool IsCalendar => Elapsed == TimeSpan.Zero;

    /// <summary>The same, backwards.</summary>
    public Offset Negated => new(-Days, -Months, -Elapsed);

    /// <summary>So many times the same.</summary>
    public Offset Times(int count) => new(Days * count, Months * count, Elapsed * count);

    /// <summary>Reads a FHIR Duration or Quantity; null when it has no usable value and unit, or says more or less than a length.</summary>
    public static Offset? Read(JsonElement quantity)
        => quantity.Child("value") is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number) && quantity.Child("comparator") is null
            ? Of(number, quantity.Text("code") ?? quantity.Text("unit"))
            : null;

    /// <summary>Reads a CQL quantity.</summary>
    public static Offset? Read(CqlQuantity quantity) => Of(quantity.Value, quantity.Unit);

    /// <summary>A number of units of UCUM or of the calendar; null when days, weeks, months or years are not whole, or the unit is none of time.</summary>
    public static Offset? Of(decimal value, string? unit)
    {
        if (Math.Abs(value) > Largest) return null;
        return unit switch
        {
            "a" or "year" or "years" => Whole(value * 12) is { } months ? new(0, months, default) : null,
            "mo" or "month" or "months" => Whole(value) is { } months ? new(0, months, default) : null,
            "wk" or "week" or "weeks" => Whole(value * 7) is { } days ? new(days, 0, default) : null,
            "d" or "day" or "days" => Whole(value) is { } days ? new(days, 0, default) : null,
            "h" or "hour" or "hours" => new(0, 0, TimeSpan.FromTicks((long)(value * TimeSpan.TicksPerHour))),
            "min" or "minute" or "minutes" => new(0, 0, TimeSpan.FromTicks((long)(value * TimeSpan.TicksPerMinute))),
            "s" or "second" or "seconds" => new(0, 0, TimeSpan.FromTicks((long)(value * TimeSpan.TicksPerSecond))),
            _ => null,
        };
    }

    private static int? Whole(decimal value) => value == decimal.Truncate(value) && Math.Abs(value) <= Largest ? (int)value : null;
}
