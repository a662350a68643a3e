namespace FhirNaltrexone.Server.Security.Launch;

/// <summary>The authorization server for demonstrations, and the one app it knows. Section <c>Security:Launch</c> of the configuration.</summary>
internal sealed class LaunchOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Security:Launch";

    /// <summary>Whether apps can be launched. Nobody signs in: Development only.</summary>
    public bool Enabled { get; set; }

    /// <summary>Client id of the app, which is public: it has no secret.</summary>
    public string AppId { get; set; } = "demo-app";

    /// <summary>Where the app is started from the EHR.</summary>
    public string LaunchUri { get; set; } = "http://127.0.0.1:8080/launch.html";

    /// <summary>Where the app is sent back to; compared character by character.</summary>
    public string RedirectUri { get; set; } = "http://127.0.0.1:8080/";

    /// <summary>What the app may be granted at most.</summary>
    public string Scopes { get; set; } = "openid fhirUser profile launch launch/patient launch/encounter offline_access patient/*.cruds user/*.cruds";
}
