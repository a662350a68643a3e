namespace FhirNaltrexone.Storage.Search.Expressions;

/// <summary>Prefixes of ordered parameters (FHIR R4, prefixes). What is stored is an interval, and so is what is searched for.</summary>
public enum ValueComparison
{
    /// <summary>The stored interval lies within the one searched for.</summary>
    Equal,

    /// <summary>Not <see cref="Equal"/>.</summary>
    NotEqual,

    /// <summary>Some of the stored interval lies above the one searched for.</summary>
    Greater,

    /// <summary>Some of the stored interval lies below the one searched for.</summary>
    Less,

    /// <summary>Some of the stored interval lies above the start of the one searched for.</summary>
    GreaterOrEqual,

    /// <summary>Some of the stored interval lies below the end of the one searched for.</summary>
    LessOrEqual,

    /// <summary>The stored interval starts at or after the end of the one searched for.</summary>
    StartsAfter,

    /// <summary>The stored interval ends at or before the start of the one searched for.</summary>
    EndsBefore,

    /// <summary>The two overlap. The query widens its interval beforehand.</summary>
    Approximate,
}
