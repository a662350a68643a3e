namespace FhirNaltrexone.Validation.FhirPath.Values;

/// <summary>How exact a point in time is. Seconds and their fraction are one precision (FHIRPath N1, 6.1.1).</summary>
internal enum TimePrecision : byte
{
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
}
