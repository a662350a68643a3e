namespace FhirNaltrexone.Cql.Data;

/// <summary>System types a FHIR primitive can give.</summary>
internal enum SystemKind
{
    Any,
    Boolean,
    Integer,
    Long,
    Decimal,
    String,
    Date,
    DateTime,
    Time,
}
