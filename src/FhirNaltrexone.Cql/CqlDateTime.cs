using FhirNaltrexone.Cql.Operators;

namespace FhirNaltrexone.Cql;

/// <summary>
/// A date/time of year to millisecond precision. A value that states no offset is read in the offset of the evaluation,
/// and remembers that it did not state one, so that its text does not invent it.
/// </summary>
public sealed class CqlDateTime : CqlTemporal
{
    internal CqlDateTime(long packed, CqlPrecision precision, int offsetMinutes, bool hasOffset, int evaluationOffset)
        : base(packed, precision)
    {
        OffsetMinutes = offsetMinutes;
        HasOffset = hasOffset;
        EvaluationOffset = evaluationOffset;
    }

    /// <summary>Makes the millisecond-precise value of an instant, keeping its offset.</summary>
    public CqlDateTime(DateTimeOffset instant)
        : this(Calendar.Pack(instant.DateTime), CqlPrecision.Millisecond, Calendar.Minutes(instant.Offset), true, Calendar.Minutes(instant.Offset))
    {
    }

    /// <summary>Offset from UTC in minutes: the stated one, else that of the evaluation.</summary>
    public int OffsetMinutes { get; }

    /// <summary>True when the value itself stated its offset.</summary>
    public bool HasOffset { get; }

    /// <summary>The year, 1 to 9999.</summary>
    public int Year => Calendar.Component(Packed, CqlPrecision.Year);

    /// <summary>Offset of the evaluation the value belongs to: where values of different offsets are compared.</summary>
    internal int EvaluationOffset { get; }

    /// <summary>The first instant the value can mean: unknown components at their lowest.</summary>
    public DateTimeOffset Earliest => Calendar.ToInstant(Calendar.Fill(Packed, Precision, CqlPrecision.Millisecond, high: false), OffsetMinutes);

    /// <summary>The last instant the value can mean: unknown components at their highest.</summary>
    public DateTimeOffset Latest => Calendar.ToInstant(Calendar.Fill(Packed, Precision, CqlPrecision.Millisecond, high: true), OffsetMinutes);

    /// <inheritdoc/>
    public override string ToString() => TemporalText.Format(this);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => base.Equals(obj) && ((CqlDateTime)obj!).OffsetMinutes == OffsetMinutes;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Packed, Precision, OffsetMinutes);

    /// <summary>Reads FHIR or CQL text such as <c>2026-01</c> or <c>2026-01-05T10:00:00Z</c>; null when it is not one.</summary>
    public static CqlDateTime? TryParse(string text, TimeSpan evaluationOffset) =>
        TemporalText.DateTime(text, Calendar.Minutes(evaluationOffset));

    internal CqlDateTime With(long packed, CqlPrecision precision) => new(packed, precision, OffsetMinutes, HasOffset, EvaluationOffset);

    internal CqlDateTime In(int evaluationOffset) =>
        new(Packed, Precision, HasOffset ? OffsetMinutes : evaluationOffset, HasOffset, evaluationOffset);
}
