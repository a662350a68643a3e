namespace FhirNaltrexone.Cql.Operators;

/// <summary>Calendar duration keywords and the UCUM codes that mean the same.</summary>
internal static class CalendarUnits
{
    /// <summary>The duration unit of a keyword or UCUM time code; null for any other unit.</summary>
    public static DurationUnit? Find(string? unit) => unit switch
    {
        "year" or "years" or "a" => DurationUnit.Year,
        "month" or "months" or "mo" => DurationUnit.Month,
        "week" or "weeks" or "wk" => DurationUnit.Week,
        "day" or "days" or "d" => DurationUnit.Day,
        "hour" or "hours" or "h" => DurationUnit.Hour,
        "minute" or "minutes" or "min" => DurationUnit.Minute,
        "second" or "seconds" or "s" => DurationUnit.Second,
        "millisecond" or "milliseconds" or "ms" => DurationUnit.Millisecond,
        _ => null,
    };

    /// <summary>True for year and month as keywords, which UCUM's mean 'a' and 'mo' do not equal.</summary>
    public static bool IsVariable(string? unit) => unit is "year" or "years" or "month" or "months";

    /// <summary>Length in milliseconds; year and month as CQL converts them (365 and 30 days).</summary>
    public static long Milliseconds(DurationUnit unit) => unit switch
    {
        DurationUnit.Year => 365 * Calendar.DayMilliseconds,
        DurationUnit.Month => 30 * Calendar.DayMilliseconds,
        DurationUnit.Week => 7 * Calendar.DayMilliseconds,
        DurationUnit.Day => Calendar.DayMilliseconds,
        DurationUnit.Hour => 3_600_000,
        DurationUnit.Minute => 60_000,
        DurationUnit.Second => 1000,
        _ => 1,
    };
}
