namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>How strings are matched (FHIR R4, string parameters).</summary>
public enum StringMatch
{
    /// <summary>The folded text starts with the value.</summary>
    StartsWith,

    /// <summary>The folded text contains the value (<c>:contains</c>).</summary>
    Contains,

    /// <summary>The text as it stands is the value (<c>:exact</c>).</summary>
    Exact,

    /// <summary>The folded text is the value (<c>eq</c> of <c>_filter</c>).</summary>
    Whole,

    /// <summary>The folded text ends with the value (<c>ew</c> of <c>_filter</c>).</summary>
    EndsWith,
}
