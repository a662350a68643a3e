namespace FhirNaltrexone.Server.Security;

/// <summary>Whether callers must say who they are.</summary>
internal enum SecurityMode
{
    /// <summary>Everybody may do everything: for trying out, on one machine.</summary>
    Open,

    /// <summary>Callers are authenticated, and see and do what they are registered for.</summary>
    Enforced,
}
