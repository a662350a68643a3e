namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>A rule that a site has switched off.</summary>
internal sealed class CardOffOptions
{
    /// <summary>Code of the rule.</summary>
    public string Rule { get; set; } = string.Empty;

    /// <summary>Why; told in discovery and in the audit record.</summary>
    public string Reason { get; set; } = string.Empty;

    /// <summary>Whether its critical cards are switched off as well.</summary>
    public bool IncludingCritical { get; set; }
}
