namespace FhirNaltrexone.Cql;

/// <summary>The finest component a date, time or date/time states; everything finer is unknown, not zero.</summary>
public enum CqlPrecision
{
    /// <summary>Only the year is known.</summary>
    Year = 1,

    /// <summary>Year and month are known.</summary>
    Month = 2,

    /// <summary>The calendar day is known.</summary>
    Day = 3,

    /// <summary>The hour is known.</summary>
    Hour = 4,

    /// <summary>The minute is known.</summary>
    Minute = 5,

    /// <summary>The second is known.</summary>
    Second = 6,

    /// <summary>The millisecond is known; the finest precision CQL has.</summary>
    Millisecond = 7,
}
