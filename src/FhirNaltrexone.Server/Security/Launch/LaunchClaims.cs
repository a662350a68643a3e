namespace FhirNaltrexone.Server.Security.Launch;

/// <summary>Names of claims and parameters beyond OpenID Connect.</summary>
internal static class LaunchClaims
{
    /// <summary>Id of the patient.</summary>
    public const string Patient = "patient";

    /// <summary>Id of the encounter.</summary>
    public const string Encounter = "encounter";

    /// <summary>The user as an address.</summary>
    public const string User = "fhirUser";

    /// <summary>What else is open: an array of objects with a reference each.</summary>
    public const string Context = "fhirContext";

    /// <summary>The session that a token belongs to.</summary>
    public const string Session = "sid";

    /// <summary>The step of the session that a code or refresh token makes.</summary>
    public const string Step = "step";
}
