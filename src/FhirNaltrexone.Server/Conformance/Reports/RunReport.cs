using FhirNaltrexone.Server.Conformance.Scripts;

namespace FhirNaltrexone.Server.Conformance.Reports;

/// <summary>What came of a script.</summary>
/// <param name="Script">The script.</param>
/// <param name="Server">Base URL of the server.</param>
/// <param name="Issued">When the run ended.</param>
/// <param name="Setup">Actions of the setup, the creation of fixtures included.</param>
/// <param name="Tests">The tests.</param>
/// <param name="Teardown">Actions of the teardown, the deletion of fixtures included.</param>
internal sealed record RunReport(
    TestScript Script,
    string Server,
    DateTimeOffset Issued,
    IReadOnlyList<ActionReport> Setup,
    IReadOnlyList<TestRecord> Tests,
    IReadOnlyList<ActionReport> Teardown)
{
    /// <summary>Number of tests passed.</summary>
    public int Passed => Tests.Count(test => test.IsPassed);

    /// <summary>Whether nothing failed.</summary>
    public bool IsPassed => Passed == Tests.Count && !Setup.Any(action => action.IsBad) && !Teardown.Any(action => action.IsBad);

    /// <summary>The first thing that went wrong, in words; null for nothing.</summary>
    public string? FirstFailure
        => Setup.Select(action => ("setup", action))
            .Concat(Tests.SelectMany(test => test.Actions.Select(action => (test.Name ?? "test", action))))
            .Concat(Teardown.Select(action => ("teardown", action)))
            .Where(pair => pair.action.IsBad)
            .Select(pair => $"{pair.Item1}: {pair.action.Message}")
            .FirstOrDefault();
}
