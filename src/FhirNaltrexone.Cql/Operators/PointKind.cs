namespace FhirNaltrexone.Cql.Operators;

/// <summary>The ordered types an interval can range over; what a null boundary stands for depends on it.</summary>
internal enum PointKind
{
    Any,
    Integer,
    Long,
    Decimal,
    Quantity,
    Date,
    DateTime,
    Time,
}
