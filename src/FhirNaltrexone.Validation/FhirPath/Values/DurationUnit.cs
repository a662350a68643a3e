namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>Units of calendar durations, from the greatest.</summary>
internal enum DurationUnit : byte
{
    Year,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
    Millisecond,
}
