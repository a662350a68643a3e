namespace FhirNaltrexone.Server.Security.Launch;

/// <summary>What is open in the EHR when an app is launched (SMART App Launch 2.2, launch context).</summary>
internal sealed record LaunchContext
{
    /// <summary>Id of the patient; null for none.</summary>
    public string? Patient { get; init; }

    /// <summary>Id of the encounter; null for none.</summary>
    public string? Encounter { get; init; }

    /// <summary>The user, as reference.</summary>
    public required string User { get; init; }

    /// <summary>Another resource that is open, as reference (<c>fhirContext</c>); null for none.</summary>
    public string? Record { get; init; }
}
