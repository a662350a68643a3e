namespace FhirNaltrexone.Server.CdsHooks.Ehr;

/// <summary>Why the FHIR server of a call is not used.</summary>
internal enum EhrDenial
{
    /// <summary>It may be used.</summary>
    None,

    /// <summary>The call names none.</summary>
    NotNamed,

    /// <summary>The address is not a usable one.</summary>
    BadAddress,

    /// <summary>The configuration does not list it.</summary>
    NotListed,

    /// <summary>fhirAuthorization lacks something, has expired or is for another patient.</summary>
    BadAuthorization,
}
