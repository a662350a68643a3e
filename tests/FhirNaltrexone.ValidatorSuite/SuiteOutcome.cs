using FhirNaltrexone.Validation.Outcomes;

namespace FhirNaltrexone.ValidatorSuite;

/// <summary>What became of a run.</summary>
/// <param name="Case">The case.</param>
/// <param name="Issues">What our validator says.</param>
internal sealed record SuiteOutcome(SuiteCase Case, IReadOnlyList<Issue> Issues)
{
    public bool IsValid => !Errors.Any();

    public bool Agrees => IsValid == Case.IsValid;

    /// <summary>Whether one of our errors is where one of the expected ones is, or about the element right below or above.</summary>
    public bool AgreesOnPlace => Case.Places.Any(expected => Errors.Any(issue => IsNear(PlainPath.Of(issue.Expression ?? ""), expected)));

    public IEnumerable<Issue> Errors => Issues.Where(issue => issue.Severity is IssueSeverity.Error or IssueSeverity.Fatal);

    private static bool IsNear(string actual, string expected) => actual == expected || Parent(actual) == expected || Parent(expected) == actual;

    private static string Parent(string path) => path.LastIndexOf('.') is > 0 and var at ? path[..at] : "";
}
