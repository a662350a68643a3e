using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql;

/// <summary>A calendar date of year, month or day precision, between 0001 and 9999.</summary>
public sealed class CqlDate : CqlTemporal
{
    internal CqlDate(long packed, CqlPrecision precision)
        : base(packed, precision)
    {
    }

    /// <summary>Makes a date from its known components.</summary>
    /// <exception cref="CqlException">A component is out of range, or a day is given without a month.</exception>
    public CqlDate(int year, int? month = null, int? day = null)
        : this(Calendar.Pack(year, month ?? 0, day ?? 0), Calendar.PrecisionOf(month, day)) =>
        Calendar.Check(Packed, Precision);

    /// <summary>The year, 1 to 9999.</summary>
    public int Year => Calendar.Component(Packed, CqlPrecision.Year);

    /// <summary>The month, 1 to 12, or null when unknown.</summary>
    public int? Month => Component(CqlPrecision.Month);

    /// <summary>The day of the month, or null when unknown.</summary>
    public int? Day => Component(CqlPrecision.Day);

    /// <inheritdoc/>
    public override string ToString() => TemporalText.Format(this);
}
