namespace FhirNaltrexone.Validation.FhirPath;

/// <summary>Kinds of values: elements of a resource, and the System types of FHIRPath N1.</summary>
public enum FhirPathKind : byte
{
    /// <summary>No value.</summary>
    None,

    /// <summary>An element of a resource, or a resource.</summary>
    Element,

    /// <summary>System.Boolean.</summary>
    Boolean,

    /// <summary>System.Integer, 32 bits.</summary>
    Integer,

    /// <summary>System.Decimal.</summary>
    Decimal,

    /// <summary>System.String.</summary>
    String,

    /// <summary>System.Date.</summary>
    Date,

    /// <summary>System.DateTime.</summary>
    DateTime,

    /// <summary>System.Time.</summary>
    Time,

    /// <summary>System.Quantity.</summary>
    Quantity,

    /// <summary>What <c>type()</c> answers: a namespace and a name.</summary>
    TypeInfo,
}
