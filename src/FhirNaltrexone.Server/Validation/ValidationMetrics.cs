using System.Diagnostics.Metrics;
using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.Server.Validation;

/// <summary>Counts what validation finds in what is stored. No label holds a value that a client chose freely.</summary>
internal sealed class ValidationMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "FhirNaltrexone.Validation";

    private readonly Counter<long> _writes;
    private readonly Counter<long> _issues;

    /// <summary>Makes the instruments.</summary>
    public ValidationMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(MeterName);
        _writes = meter.CreateCounter<long>("validation.writes", "{resource}", "Resources validated before they are stored, by type and verdict.");
        _issues = meter.CreateCounter<long>("validation.issues", "{issue}", "Issues found in them, by message id and severity.");
    }

    /// <summary>Counts a resource.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="verdict"><c>valid</c>, <c>warned</c> or <c>refused</c>.</param>
    /// <param name="issues">What was found.</param>
    public void Validated(string type, string verdict, IReadOnlyList<Issue> issues)
    {
        _writes.Add(1, new("type", type), new("verdict", verdict));
        foreach (var issue in issues) _issues.Add(1, new("message", issue.MessageId ?? issue.Code), new("severity", issue.Severity.ToString()));
    }
}
