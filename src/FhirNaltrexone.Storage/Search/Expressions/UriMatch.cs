namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>How URIs are matched (FHIR R4, uri parameters).</summary>
public enum UriMatch
{
    /// <summary>Equal.</summary>
    Exact,

    /// <summary>The entry is the value or continues it: starts with it (<c>:below</c>).</summary>
    Below,

    /// <summary>The value is the entry or continues it: starts with it (<c>:above</c>).</summary>
    Above,

    /// <summary>The entry contains the value, whatever the case (<c>:contains</c>).</summary>
    Contains,
}
