using FhirNaltrexone.Knowledge;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>What is shown whatever a site does against too many cards.</summary>
internal static class Untouchable
{
    // The family of rules about data that is missing or cannot be trusted; every service runs them.
    private const string DataFamily = "DQ-";

    /// <summary>
    /// Critical, about the data itself, saying that records may be missing or that a rule could not be evaluated: without it a gap would look like
    /// an all-clear.
    /// </summary>
    public static bool Holds(Finding finding)
        => finding.Indicator == Indicator.Critical || !finding.Evaluated || IsAboutData(finding.Rule.Code) || finding.Rule == ServiceTopics.RecordsMayBeMissing;

    /// <summary>Whether a rule is about missing or untrustworthy data.</summary>
    public static bool IsAboutData(string rule) => rule.StartsWith(DataFamily, StringComparison.Ordinal);
}
