namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>Names and lengths of units of time.</summary>
internal static class DurationUnits
{
    /// <summary>Length of a year without anchor in a calendar (FHIRPath N1, 6.1.1).</summary>
    public const int DaysPerYear = 365;

    /// <summary>Length of a month without anchor in a calendar (FHIRPath N1, 6.1.1).</summary>
    public const int DaysPerMonth = 30;

    /// <summary>The unit that a keyword of the language names, in singular or plural; null when it is none.</summary>
    public static DurationUnit? OfKeyword(string word) => word switch
    {
        "year" or "years" => DurationUnit.Year,
        "month" or "months" => DurationUnit.Month,
        "week" or "weeks" => DurationUnit.Week,
        "day" or "days" => DurationUnit.Day,
        "hour" or "hours" => DurationUnit.Hour,
        "minute" or "minutes" => DurationUnit.Minute,
        "second" or "seconds" => DurationUnit.Second,
        "millisecond" or "milliseconds" => DurationUnit.Millisecond,
        _ => null,
    };

    /// <summary>The unit that a UCUM code names; null when it is none of time.</summary>
    public static DurationUnit? OfCode(string code) => code switch
    {
        "a" => DurationUnit.Year,
        "mo" => DurationUnit.Month,
        "wk" => DurationUnit.Week,
        "d" => DurationUnit.Day,
        "h" => DurationUnit.Hour,
        "min" => DurationUnit.Minute,
        "s" => DurationUnit.Second,
        "ms" => DurationUnit.Millisecond,
        _ => null,
    };

    /// <summary>UCUM code of a unit.</summary>
    public static string Code(this DurationUnit unit) => unit switch
    {
        DurationUnit.Year => "a",
        DurationUnit.Month => "mo",
        DurationUnit.Week => "wk",
        DurationUnit.Day => "d",
        DurationUnit.Hour => "h",
        DurationUnit.Minute => "min",
        DurationUnit.Second => "s",
        _ => "ms",
    };

    /// <summary>Keyword of a unit, in the singular.</summary>
    public static string Keyword(this DurationUnit unit) => unit switch
    {
        DurationUnit.Year => "year",
        DurationUnit.Month => "month",
        DurationUnit.Week => "week",
        DurationUnit.Day => "day",
        DurationUnit.Hour => "hour",
        DurationUnit.Minute => "minute",
        DurationUnit.Second => "second",
        _ => "millisecond",
    };

    /// <summary>Length in ticks.</summary>
    public static long Ticks(this DurationUnit unit) => unit switch
    {
        DurationUnit.Year => DaysPerYear * TimeSpan.TicksPerDay,
        DurationUnit.Month => DaysPerMonth * TimeSpan.TicksPerDay,
        DurationUnit.Week => 7 * TimeSpan.TicksPerDay,
        DurationUnit.Day => TimeSpan.TicksPerDay,
        DurationUnit.Hour => TimeSpan.TicksPerHour,
        DurationUnit.Minute => TimeSpan.TicksPerMinute,
        DurationUnit.Second => TimeSpan.TicksPerSecond,
        _ => TimeSpan.TicksPerMillisecond,
    };
}
