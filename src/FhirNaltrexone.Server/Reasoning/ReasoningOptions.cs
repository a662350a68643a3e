using System.ComponentModel.DataAnnotations;

namespace FhirNaltrexone.Server.Reasoning;

/// <summary>What operations over knowledge may cost. Section <c>Reasoning</c> of the configuration.</summary>
internal sealed class ReasoningOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Reasoning";

    /// <summary>The site's time zone (IANA name): day 0 of a plan is a date in it. Empty for that of <c>CdsHooks:TimeZone</c>.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>Most resources read of one patient, from the store and from <c>data</c> together.</summary>
    [Range(1, 1_000_000)]
    public int MaxResources { get; set; } = 10_000;
}
