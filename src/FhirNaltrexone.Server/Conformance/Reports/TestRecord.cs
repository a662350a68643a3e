namespace FhirNaltrexone.Server.Conformance.Reports;

/// <summary>What came of a test.</summary>
/// <param name="Name">Its name; null for none.</param>
/// <param name="Description">What it shows; null for none.</param>
/// <param name="Actions">Its actions.</param>
internal sealed record TestRecord(string? Name, string? Description, IReadOnlyList<ActionReport> Actions)
{
    /// <summary>Whether every action was carried out and no claim failed.</summary>
    public bool IsPassed => Actions.All(action => action.Outcome is ActionOutcome.Pass or ActionOutcome.Warning);
}
