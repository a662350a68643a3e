using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql;

/// <summary>Common part of dates, times and date/times: components packed into one number, and how many of them are known.</summary>
public abstract class CqlTemporal
{
    private protected CqlTemporal(long packed, CqlPrecision precision)
    {
        Packed = Calendar.Truncate(packed, precision);
        Precision = precision;
    }

    /// <summary>The finest known component.</summary>
    public CqlPrecision Precision { get; }

    /// <summary>Components from year to millisecond, most significant first; unknown ones are zero.</summary>
    internal long Packed { get; }

    /// <summary>The text of the value as CQL's <c>ToString</c> gives it, known components only.</summary>
    public abstract override string ToString();

    /// <summary>True for the same kind of value with the same components and precision (and offset, for a date/time).</summary>
    public override bool Equals(object? obj) =>
        obj is CqlTemporal other && other.GetType() == GetType() && other.Packed == Packed && other.Precision == Precision;

    /// <summary>Hash over components and precision.</summary>
    public override int GetHashCode() => HashCode.Combine(Packed, Precision);

    internal int? Component(CqlPrecision precision) =>
        Precision < precision ? null : Calendar.Component(Packed, precision);
}
