namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>How long one rule is snoozed.</summary>
internal sealed class CardSnoozeOptions
{
    /// <summary>Code of the rule.</summary>
    public string Rule { get; set; } = string.Empty;

    /// <summary>For how long; zero for not at all.</summary>
    public TimeSpan For { get; set; }
}
