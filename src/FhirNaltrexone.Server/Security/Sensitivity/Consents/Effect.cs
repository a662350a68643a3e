namespace FhirNaltrexone.Server.Security.Sensitivity.Consents;

/// <summary>What a consent says of one resource, from the strictest on.</summary>
internal enum Effect
{
    /// <summary>It must not be shown.</summary>
    Deny,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>It may be shown, but nothing says that this kind of sensitive data was meant.</summary>
    Permit,

    /// <summary>It may be shown, and its labels are named.</summary>
    PermitNamed,
}
