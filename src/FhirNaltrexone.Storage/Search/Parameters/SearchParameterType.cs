namespace FhirNaltrexone.Storage.Search.Parameters;

/// <summary>Kinds of search parameters (FHIR R4 SearchParamType).</summary>
public enum SearchParameterType
{
    /// <summary>Number.</summary>
    Number,

    /// <summary>Date, dateTime, instant, Period, Timing.</summary>
    Date,

    /// <summary>Text.</summary>
    String,

    /// <summary>Code or identifier.</summary>
    Token,

    /// <summary>Reference to a resource.</summary>
    Reference,

    /// <summary>Several parts of one element.</summary>
    Composite,

    /// <summary>Quantity.</summary>
    Quantity,

    /// <summary>URI.</summary>
    Uri,

    /// <summary>With rules of its own: <c>Location.near</c>.</summary>
    Special,
}
