using System.ComponentModel.DataAnnotations;

namespace FhirNaltrexone.Server.Security.Edges;

/// <summary>How often one caller may ask. Section <c>Security:Limits</c> of the configuration; in an open service nothing is limited unless it is set.</summary>
internal sealed class LimitOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Security:Limits";

    /// <summary>Without a setting: a thousand a second, more than the EHR of a large hospital sends.</summary>
    public const int DefaultRequests = 60_000;

    /// <summary>Without a setting: one a second. Whoever has its keys in order sends none.</summary>
    public const int DefaultRefusals = 60;

    /// <summary>Requests of one client in a minute, or of one address when nobody says who asks; 0 for no limit.</summary>
    [Range(0, 100_000_000, ErrorMessage = "Security:Limits:RequestsPerMinute must be between {1} and {2}.")]
    public int? RequestsPerMinute { get; set; }

    /// <summary>Requests that may come at once after a pause; those of ten seconds unless set.</summary>
    [Range(1, 100_000_000, ErrorMessage = "Security:Limits:Burst must be between {1} and {2}.")]
    public int? Burst { get; set; }

    /// <summary>Requests of one address in a minute that are turned away because nobody says, or proves, who asks; 0 for no limit.</summary>
    [Range(0, 100_000_000, ErrorMessage = "Security:Limits:RefusalsPerMinute must be between {1} and {2}.")]
    public int? RefusalsPerMinute { get; set; }
}
