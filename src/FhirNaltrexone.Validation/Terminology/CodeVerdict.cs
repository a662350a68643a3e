namespace FhirNaltrexone.Validation.Terminology;

/// <summary>Whether a code is what it was asked to be.</summary>
public enum CodeVerdict
{
    /// <summary>It is not.</summary>
    No,

    /// <summary>It is.</summary>
    Yes,

    /// <summary>Nobody can tell with what is known here.</summary>
    Unknown,
}
