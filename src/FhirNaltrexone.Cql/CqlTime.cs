using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql;

/// <summary>A time of day of hour to millisecond precision, without zone.</summary>
public sealed class CqlTime : CqlTemporal
{
    internal CqlTime(long packed, CqlPrecision precision)
        : base(packed, precision)
    {
    }

    /// <summary>The hour, 0 to 23.</summary>
    public int Hour => Calendar.Component(Packed, CqlPrecision.Hour);

    /// <summary>The minute, or null when unknown.</summary>
    public int? Minute => Component(CqlPrecision.Minute);

    /// <summary>The second, or null when unknown.</summary>
    public int? Second => Component(CqlPrecision.Second);

    /// <summary>The millisecond, or null when unknown.</summary>
    public int? Millisecond => Component(CqlPrecision.Millisecond);

    /// <inheritdoc/>
    public override string ToString() => TemporalText.Format(this);
}
