namespace FhirNaltrexone.Server.Conformance.Reports;

/// <summary>What came of an action.</summary>
/// <param name="IsOperation">Whether it was a request; else a claim.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Message">In words; null when there is nothing to say.</param>
internal sealed record ActionReport(bool IsOperation, ActionOutcome Outcome, string? Message)
{
    /// <summary>Whether it lets the test or setup fail.</summary>
    public bool IsBad => Outcome is ActionOutcome.Fail or ActionOutcome.Error;
}
