using System.ComponentModel.DataAnnotations;

namespace FhirNaltrexone.Server.Security.Sensitivity;

/// <summary>Labels and consents. Section <c>Security:Sensitivity</c> of the configuration.</summary>
internal sealed class SensitivityOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Security:Sensitivity";

    /// <summary>File with the policy of the site in the place of that of this build; none by default.</summary>
    public string? PolicyFile { get; set; }

    /// <summary>Whether what is stored without a client of its own (by the verb <c>load</c>, or in an open service) comes from a programme under 42 CFR Part 2.</summary>
    public bool IsProgramme { get; set; }

    /// <summary>Whether consents that are stored without a client of one's own may permit; else they only deny.</summary>
    public bool RecordsConsents { get; set; }

    /// <summary>How long an emergency lasts once a user has declared it by <c>X-Break-Glass</c>, in minutes; 0 for no such thing.</summary>
    [Range(0, 1_440)]
    public int BreakGlassMinutes { get; set; }
}
