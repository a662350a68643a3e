namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>Whether something is as a provision says. What cannot be told counts for a deny and not for a permit.</summary>
internal enum Match
{
    /// <summary>It is not.</summary>
    No,

    /// <summary>Nobody can tell.</summary>
    Unknown,

    /// <summary>It is.</summary>
    Yes,
}
