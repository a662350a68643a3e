namespace FhirNaltrexone.Cql.Operators;

/// <summary>Units of durations; the values of those that are also precisions agree with <see cref="CqlPrecision"/>.</summary>
internal enum DurationUnit
{
    Year = 1,
    Month = 2,
    Day = 3,
    Hour = 4,
    Minute = 5,
    Second = 6,
    Millisecond = 7,
    Week = 8,
}
