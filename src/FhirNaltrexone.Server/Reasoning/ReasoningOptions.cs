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

    /// <summary>Longest evaluation of a library, in seconds; defines not done by then are told as failed.</summary>
    [Range(1, 300)]
    public int EvaluateSeconds { get; set; } = 10;

    /// <summary>Most values, parts included, that one define may bring into an answer.</summary>
    [Range(1, 1_000_000)]
    public int MaxValues { get; set; } = 10_000;

    /// <summary>Most bytes of the answer of an evaluation.</summary>
    [Range(1_000, 100_000_000)]
    public int MaxAnswerBytes { get; set; } = 16_000_000;

    /// <summary>Most actions of a plan that is applied, those of nested plans included; more are answered with 422.</summary>
    [Range(1, 100_000)]
    public int MaxActions { get; set; } = 1_000;

    /// <summary>Most dates that schedules of one plan are written out to; more are answered with 422.</summary>
    [Range(1, 100_000)]
    public int MaxEvents { get; set; } = 2_000;

    /// <summary>Most other definitions, and most stored libraries, that one leads to; more are answered with 422.</summary>
    [Range(1, 10_000)]
    public int MaxDefinitions { get; set; } = 200;

    /// <summary>Longest time that applying takes, in seconds; then it is given up with 422.</summary>
    [Range(1, 300)]
    public int ApplySeconds { get; set; } = 10;

    /// <summary>Whether plans may name defines of Libraries that clients have stored with ELM. A costly define costs this process time.</summary>
    public bool StoredLibraries { get; set; } = true;
}
